/** Making elements from data, without markup in strings. */

/** Returns an element with attributes and children; a text child stays text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

interface Policy {
  createScriptURL(address: string): string;
}

/** Vouches for scripts of this site only, where a browser asks that somebody does (Trusted Types). */
function createPolicy(): Policy | undefined {
  const factory = (globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  }).trustedTypes;
  return factory?.createPolicy("gids", {
    createScriptURL(address) {
      if (/^(\.{1,2}\/)*[\w./-]+\.js$/.test(address) && !address.startsWith("/")) return address;
      throw new TypeError(`not a script of this site: ${address}`);
    },
  });
}

/** A page may make a policy of one name only once; no id of an element can stand in this place. */
const POLICY = Symbol.for("gids-policy");
const shared = globalThis as { [POLICY]?: Policy | undefined };

/** Loads a script of this site: from a folder a page may not fetch, but it may do this. */
export function loadScript(address: string): Promise<void> {
  const policy = shared[POLICY] ??= createPolicy();
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = policy?.createScriptURL(address) ?? address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`did not load: ${address}`)));
    document.head.append(script);
  });
}
