/**
 * Answers `app://console/…`: a built page or file from a map, or a page that the program writes
 * itself. Addresses are looked up, never joined to a path.
 */
import { NO_STORE, SECURITY_HEADERS } from '#main/adapters/http/headers.ts'
import type { Pages } from '#main/adapters/http/built-pages.ts'
import { isAppPage } from './navigation-policy.ts'

export type Answer = {
  status: number
  headers: Readonly<Record<string, string>>
  body: Uint8Array<ArrayBuffer> | string | null
}
/** Address → the page's HTML as of now, without script. */
export type ProgramPages = ReadonlyMap<string, () => string>

/** The same policy as over HTTP. */
const headersFor = (type: string, cache: string): Record<string, string> => ({
  ...SECURITY_HEADERS,
  'content-type': type,
  'cache-control': cache,
})

/** Pages that the program writes carry their sound in themselves, and no script at all. */
const WRITTEN_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  'media-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

/** The pages to be printed lie below this path: they carry their own style and their own font. */
export const PRINT_PATH = '/print/'
const PRINT_POLICY = WRITTEN_POLICY.replace(
  "style-src 'self'",
  "style-src 'unsafe-inline'",
).replace("font-src 'self'", 'font-src data:')

const refused = (status: number): Answer => ({
  status,
  headers: headersFor('text/plain; charset=utf-8', NO_STORE),
  body: null,
})

/**
 * 405 for anything but GET and HEAD, 404 for an address in neither map. The wall's page is served
 * over HTTP only.
 */
export function answerApp(
  method: string,
  address: string,
  pages: Pages,
  programPages: ProgramPages,
): Answer {
  if (method !== 'GET' && method !== 'HEAD') return refused(405)
  if (!isAppPage(address)) return refused(404)
  const path = new URL(address).pathname
  const write = programPages.get(path)
  if (write)
    return {
      status: 200,
      headers: {
        ...headersFor('text/html; charset=utf-8', NO_STORE),
        'content-security-policy': path.startsWith(PRINT_PATH) ? PRINT_POLICY : WRITTEN_POLICY,
      },
      body: method === 'HEAD' ? null : write(),
    }
  const page = path === '/wall' ? undefined : pages.get(path)
  if (!page) return refused(404)
  return {
    status: 200,
    headers: headersFor(page.type, page.cache),
    body: method === 'HEAD' ? null : page.bytes,
  }
}
