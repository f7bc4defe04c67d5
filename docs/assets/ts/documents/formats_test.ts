import { dayWords } from "../dates.ts";
import { unzipSync } from "fflate";
import { docx } from "./docx.ts";
import { html } from "./html.ts";
import "./main.ts";
import { markdown } from "./markdown.ts";
import { markup } from "./markup.ts";
import { odt } from "./odt.ts";
import { contents, numbered } from "./outline.ts";
import { plan } from "./plan.ts";
import { dossierWith, equal, GIDS, holds, lacks } from "./testing.ts";
import { dayOf, slug } from "./words.ts";

const NASTY = `<script>&amp; "a" ]]> \u0001\uD800 **b** [c](d) | e`;

function noted(notitie: string) {
  return plan(dossierWith({ "duo-kiezen": { notitie } }), GIDS);
}

function part(bytes: Uint8Array, path: string): string {
  return new TextDecoder().decode(unzipSync(bytes)[path]);
}

Deno.test("what was typed is never markup in a document", () => {
  equal(
    markup`<p>${NASTY}</p>`.source,
    "<p>&lt;script&gt;&amp;amp; &quot;a&quot; ]]&gt;  **b** [c](d) | e</p>",
  );
});

Deno.test("what turns the reading order around is in no document", () => {
  equal(markup`<p>${"Wijk\u202E\u2066\u200F \u0085Noord"}</p>`.source, "<p>Wijk Noord</p>");
});

Deno.test("the indentation of a template is not in the document, that of a text is", () => {
  equal(
    markup`<a>
      <b>${"x\n  y"}</b>
    </a>`.source,
    "<a><b>x\n  y</b></a>",
  );
});

Deno.test("line breaks, tabs and rows of spaces survive in ODT", () => {
  holds(
    part(odt(noted("een\n  twee\tdrie   vier")), "content.xml"),
    'een<text:line-break/><text:s text:c="2"/>twee<text:tab/>drie<text:s text:c="3"/>vier',
  );
});

Deno.test("line breaks and tabs survive in DOCX", () => {
  holds(
    part(docx(noted("een\n  twee\tdrie")), "word/document.xml"),
    'een</w:t><w:br/><w:t xml:space="preserve">  twee</w:t><w:tab/><w:t xml:space="preserve">drie<',
  );
});

Deno.test("a blank line in a note starts a new paragraph, never an empty one", () => {
  const content = part(odt(noted("een\n\n\n \ntwee")), "content.xml");

  holds(content, 'een</text:p><text:p text:style-name="Table_20_Contents">twee</text:p>');
});

Deno.test("an ODT begins with its type, so that every system knows the file", () => {
  const start = new TextDecoder("latin1").decode(odt(noted("")).slice(30, 85));

  holds(start, "mimetypeapplication/vnd.oasis.opendocument.text");
});

Deno.test("the same dossier gives the same bytes", () => {
  for (const write of [odt, docx]) equal([...write(noted("x"))], [...write(noted("x"))]);
});

Deno.test("Markdown shows what was typed", () => {
  const made = markdown(noted("- geen lijst\n# geen kop\n1. geen nummer <b> *x* [a](b) | `c`"));

  holds(
    made,
    "\\- geen lijst<br>\\# geen kop<br>1\\. geen nummer &lt;b&gt; \\*x\\* \\[a\\](b) \\| \\`c\\`",
  );
});

Deno.test("Markdown of a text that is full of blanks is made at once", () => {
  for (
    const text of [`a${" ".repeat(100_000)}b`, `${"\n".repeat(100_000)}a`, "\n ".repeat(50_000)]
  ) {
    const start = performance.now();
    const blokken = [{
      kind: "paragraph",
      role: "body",
      text: [{ text, look: "strong" }],
    }] as const;
    markdown({ ...noted(""), blokken });

    equal(performance.now() - start < 1000, true);
  }
});

Deno.test("emphasis in Markdown does not begin or end with a blank", () => {
  const text = [{ text: " \n een #\n# twee\n 1) drie ", look: "strong" }] as const;
  const blokken = [{ kind: "paragraph", role: "body", text }] as const;

  holds(markdown({ ...noted(""), blokken }), "**een #  \n\\# twee  \n1\\) drie** ");
});

Deno.test("rich text for the clipboard holds real headings and tables, and no style or script", () => {
  const made = html(noted("<img src=x onerror=alert(1)>"));

  holds(made, "<h1>Plan van aanpak</h1>");
  holds(made, "<h3>3.2 Dit gaan wij doen</h3>");
  holds(made, '<th scope="col">Actie</th>');
  holds(made, "&lt;img src=x onerror=alert(1)&gt;");
  lacks(made, "<img");
  lacks(made, "style");
});

Deno.test("a title that is not Dutch is marked as such, and nothing else", () => {
  const made = noted("");

  equal(part(docx(made), "word/document.xml").match(/<w:lang .*?<\/w:r>/g), [
    '<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">A study of peers</w:t></w:r>',
  ]);
  equal(part(odt(made), "content.xml").match(/<text:span text:style-name="Taal.*?<\/text:span>/g), [
    '<text:span text:style-name="Taal_20_en">A study of peers</text:span>',
  ]);
  holds(
    part(odt(made), "styles.xml"),
    'style:name="Taal_20_en" style:display-name="Taal en" style:family="text"><style:text-properties fo:language="en" fo:country="GB"/>',
  );
  equal(html(made).match(/<\w+ lang.*?<\/\w+>/g)?.slice(1), [
    '<span lang="en">A study of peers</span>',
  ]);
});

Deno.test("words keep their look in another language", () => {
  const text = [{ text: "Freunde", look: "strong", lang: "de" }] as const;
  const made = { ...noted(""), blokken: [{ kind: "paragraph", role: "body", text }] as const };

  holds(
    part(docx(made), "word/document.xml"),
    '<w:rPr><w:rStyle w:val="Strong"/><w:lang w:val="de-DE"/></w:rPr>',
  );
  holds(
    part(odt(made), "content.xml"),
    '<text:span text:style-name="Taal_20_de"><text:span text:style-name="Strong_20_Emphasis">Freunde<',
  );
  holds(html(made), '<span lang="de"><strong class="stuk__nadruk">Freunde</strong></span>');
});

Deno.test("headings are numbered as a word processor does it", () => {
  const made = plan(dossierWith({}), GIDS).blokken;

  equal(numbered(made).slice(0, 5).map(({ number, text }) => `${number} ${text}`), [
    "1 Aanleiding en doel",
    "1.1 Aanleiding",
    "1.2 Doel",
    "2 Waar staan wij nu?",
    "3 Opdracht",
  ]);
  equal(contents(made).map(({ number }) => number).at(-1), "8");
});

Deno.test("the bundle offers every document in every format under one name", () => {
  const made = globalThis.gidsDocumenten!;

  equal(
    (["odt", "docx", "md", "html"] as const).map((kind) =>
      made.agenda(dossierWith({}), GIDS, kind).naam
    ),
    ["odt", "docx", "md", "html"].map((kind) =>
      `agenda-voor-overleg-wijk-noord-2027-03-01.${kind}`
    ),
  );
});

Deno.test("a moment falls on its Dutch day, also just after midnight", () => {
  equal(["2027-06-30T22:30:00Z", "2027-12-31T23:30:00Z", ""].map(dayOf), [
    "2027-07-01",
    "2028-01-01",
    "",
  ]);
});

Deno.test("a day that is none is shown as it was typed", () => {
  equal(["2027-03-01", "2027-13-01", "voorjaar", ""].map(dayWords), [
    "1 maart 2027",
    "2027-13-01",
    "voorjaar",
    "",
  ]);
});

Deno.test("a file name is safe on every system", () => {
  equal(["Wijk Noord & Zuid/2027", "Één té láng", "..", "con:"].map(slug), [
    "wijk-noord-zuid-2027",
    "een-te-lang",
    "",
    "con",
  ]);
});
