/**
 * Reads the built faces once into a map from address to bytes. An address is looked up, never
 * joined to a path. What the build has packed is held packed. Only fonts wait until somebody asks
 * for them: they are more than half of all, a screen needs a few, and it shows its words without
 * them.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { ASK_AGAIN, FOR_EVER, NO_STORE } from './headers.ts'

/** `packed`: the same bytes as gzip, for a screen that takes them so, where the build has them. */
export type Page = {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly packed?: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly cache: string
}
/** `/`, `/wall` and the files that they load. Empty when the faces are not built. */
export type Pages = ReadonlyMap<string, Page>

const FONT = 'font/woff2'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': FONT,
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.txt': 'text/plain; charset=utf-8',
}

/** The pages of a station and those of HQ, by the name of their file. */
const STATION_PAGES = { '/index.html': '/', '/wall.html': '/wall' }
export const HQ_PAGES = { '/hq.html': '/', '/hq-wall.html': '/wall' }

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

type Kind = Pick<Page, 'type' | 'cache'>

/** A file that is read when its bytes are first asked for, and held from then on. */
function readLater(file: string, kind: Kind): Page {
  let bytes: Page['bytes'] | null = null
  return {
    ...kind,
    get bytes() {
      return (bytes ??= readFileSync(file))
    },
  }
}

/** A file that is held as the build has packed it, and unpacked for whoever wants it plain. */
function readPacked(file: string, kind: Kind): Page {
  const packed = readFileSync(file)
  return {
    ...kind,
    packed,
    get bytes() {
      return gunzipSync(packed)
    },
  }
}

function readPage(file: string, kind: Kind): Page {
  if (kind.type === FONT) return readLater(file, kind)
  return existsSync(`${file}.gz`)
    ? readPacked(`${file}.gz`, kind)
    : { ...kind, bytes: readFileSync(file) }
}

/**
 * Reads the folder of the build, without the kinds of file that no page loads (source maps). What
 * the pages run on is at hand from then on, whatever happens to the folder. `pageAt`: the address
 * of each page by the name of its file; others are left out.
 */
export function readPages(
  dir: string,
  pageAt: Readonly<Record<string, string>> = STATION_PAGES,
): Pages {
  const pages = new Map<string, Page>()
  for (const address of addresses(dir)) {
    const type = TYPES[extname(address)]
    const page = pageAt[address]
    if (!type || (extname(address) === '.html' && !page)) continue
    const cache = page ? NO_STORE : HASHED.test(address) ? FOR_EVER : ASK_AGAIN
    pages.set(page ?? address, readPage(join(dir, address), { type, cache }))
  }
  return pages
}
