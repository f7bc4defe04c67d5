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
  createScriptURL(url: string): string;
}

/** Where the policy of a page only trusts addresses that somebody vouches for, we vouch for ours. */
const policy: Policy | undefined =
  (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } })
    .trustedTypes?.createPolicy("gids", { createScriptURL: (url) => url });

/** Loads a script of this site: from a folder a page may not fetch, but it may do this. */
export function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = policy?.createScriptURL(address) ?? address;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => reject(new Error(`did not load: ${address}`)));
    document.head.append(script);
  });
}
