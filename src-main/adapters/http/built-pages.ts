/**
 * Reads the built faces once into a map from address to bytes. An address is looked up, never
 * joined to a path.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { ASK_AGAIN, FOR_EVER, NO_STORE } from './headers.ts'

export type Page = { bytes: Uint8Array<ArrayBuffer>; type: string; cache: string }
/** `/`, `/wall` and the files that they load. Empty when the faces are not built. */
export type Pages = ReadonlyMap<string, Page>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
}

/** The two pages, by the name of their file. */
const ADDRESSES: Readonly<Record<string, string>> = { '/index.html': '/', '/wall.html': '/wall' }

const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/

/** Plain files below `dir`, as addresses, without links and names that begin with a dot. */
function addresses(dir: string, base = ''): string[] {
  return readdirSync(join(dir, base), { withFileTypes: true }).flatMap((entry) => {
    const address = `${base}/${entry.name}`
    if (entry.name.startsWith('.')) return []
    if (entry.isDirectory()) return addresses(dir, address)
    return entry.isFile() ? [address] : []
  })
}

/** Reads the folder of the build, without the kinds of file that no page loads (source maps). */
export function readPages(dir: string): Pages {
  const pages = new Map<string, Page>()
  for (const address of addresses(dir)) {
    const type = TYPES[extname(address)]
    const page = ADDRESSES[address]
    if (!type || (extname(address) === '.html' && !page)) continue
    const cache = page ? NO_STORE : HASHED.test(address) ? FOR_EVER : ASK_AGAIN
    pages.set(page ?? address, { bytes: readFileSync(join(dir, address)), type, cache })
  }
  return pages
}
