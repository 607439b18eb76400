/** The address of a script that a page itself starts, as the page's policy takes it. */

/** What a browser asks of whoever names a script. */
type TrustedTypes = {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown }
}

/**
 * `name`: of the policy, which stands in the headers of every page and answers with this address
 * alone. Once for each name: a browser takes no second policy of one.
 */
export function scriptAddress(name: string, url: string): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  const policy = trustedTypes?.createPolicy(name, { createScriptURL: () => url })
  return (policy?.createScriptURL(url) ?? url) as string
}
