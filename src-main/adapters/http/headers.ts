/** The headers of every answer; tests/adapters/http/policy.test.ts attacks them in a browser. */

/**
 * `style-src-attr`: charts and form controls set style attributes. `trusted-types`: Vue's own
 * policy, and those of the walls' shared worker and of the worker that makes photos small, whose
 * only answer is its address.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  'media-src blob:', // sound and video that are attached to an incident
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vue line thumb',
].join('; ')

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** The record's contents may not lie in a browser's cache. */
export const NO_STORE = 'no-store'
/** A built file carries its digest in its name: it never changes. */
export const FOR_EVER = 'public, max-age=31536000, immutable'
/** Icons and the like have the same name in every version. */
export const ASK_AGAIN = 'no-cache'
