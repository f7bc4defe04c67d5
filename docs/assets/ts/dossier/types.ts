/** The words of a dossier: what is kept, and what a page knows of the guide. Types only. */

/** How far a point is. `nvt` only counts with a reason. */
export type Status = "open" | "bezig" | "gedaan" | "nvt";

/** What somebody noted at one point of the guide. Dates are ISO 8601; empty text means nothing noted. */
export interface Antwoord {
  readonly status: Status;
  readonly reden: string;
  readonly notitie: string;
  readonly trekker: string;
  /** The day by which it will be done, `2027-03-01`, or empty. */
  readonly datum: string;
  /** Fingerprint of the text of the point when it was last answered. */
  readonly vingerafdruk: string;
  /** The text itself at that moment, so that a later version can show what changed. */
  readonly tekst: string;
  /** The moment of the last change, `2026-11-24T14:03:00Z`. */
  readonly gewijzigd: string;
}

/** A point of their own, under a step of the guide. */
export interface EigenPunt extends Antwoord {
  /** `eigen-` and a random part; never a code of the guide. */
  readonly id: string;
  readonly stap: string;
}

/** One dossier: the same in storage, in a save file and on import. */
export interface Dossier {
  readonly formaat: "handreiking-dossier";
  readonly formaatversie: 1;
  /** The content version it was last used with, `2026.1`. */
  readonly inhoudsversie: string;
  readonly dossier: {
    readonly id: string;
    readonly naam: string;
    readonly gemeente: string;
    readonly gemaakt: string;
    readonly gewijzigd: string;
    /** The moment of the last save file, or empty. */
    readonly bestand: string;
  };
  readonly punten: Readonly<Record<string, Antwoord>>;
  readonly eigen_punten: readonly EigenPunt[];
}

export type Situatie = "opzetten" | "aanscherpen" | "verankeren";
export type Niveau = "basis" | "verdieping";

/** A point as the page knows it: `gids-data.js`, made from the same model as the page. */
export interface PuntGegevens {
  readonly id: string;
  readonly code: string;
  readonly tekst: string;
  readonly waarom: string;
  readonly bewijs: string;
  readonly rollen: readonly string[];
  readonly trekker: string;
  readonly situaties: readonly Situatie[];
  readonly niveau: Niveau;
  readonly onderbouwing: string;
  readonly juridisch: boolean;
  readonly bronnen: readonly string[];
  readonly plan: string;
}

/** The language of words that are not Dutch. */
export type AndereTaal = "en" | "de" | "fr";

export interface BronGegevens {
  readonly kort: string;
  readonly titel: string;
  /** The language of the title, only when it is not Dutch. */
  readonly taal?: AndereTaal;
  readonly onbevestigd: boolean;
}

export interface StapGegevens {
  readonly id: string;
  readonly nummer: string;
  readonly titel: string;
  readonly punten: readonly PuntGegevens[];
}

export interface FaseGegevens {
  readonly id: string;
  readonly nummer: number;
  readonly code: string;
  readonly titel: string;
  readonly stappen: readonly StapGegevens[];
}

/** What the browser code knows of the guide. */
export interface GidsGegevens {
  readonly titel: string;
  readonly versie: string;
  readonly datum: string;
  readonly adres: string;
  readonly herkomst: string;
  readonly redactieteken: string;
  readonly fasen: readonly FaseGegevens[];
  readonly rollen: Readonly<
    Record<string, { readonly naam: string; readonly kort: string; readonly domein: string }>
  >;
  readonly domeinen: readonly { readonly id: string; readonly naam: string }[];
  readonly deuren: readonly { readonly id: Situatie; readonly titel: string }[];
  readonly hoofdstukken: readonly {
    readonly id: string;
    readonly titel: string;
    readonly toelichting: string;
  }[];
  readonly bronnen: Readonly<Record<string, BronGegevens>>;
  readonly vervallen: readonly {
    readonly id: string;
    readonly soort: string;
    readonly reden: string;
    readonly vervangen_door: readonly string[];
  }[];
  /** What is known of the past of a point, by id; a point without a past is not in it. */
  readonly geschiedenis: Readonly<
    Record<string, {
      /** The content version in which the point came, or empty when it was always there. */
      readonly sinds: string;
      /** Earlier texts that meant the same: when only the wording changed nobody is alarmed. */
      readonly zelfde_strekking: readonly string[];
    }>
  >;
}
