/**
 * What docs/interface.md says that each request is refused with, so that no spec of the core sees
 * another refusal of a request that stands there.
 */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const page = readFileSync(resolve(import.meta.dirname, '../../docs/interface.md'), 'utf8')

/** By request, in the order of the page. */
export const listedRefusals: ReadonlyMap<string, readonly string[]> = new Map(
  [...page.matchAll(/^\| `([a-z]+\/[a-z-]+)` is refused with \| (.+) \|$/gm)].map(
    ([, request = '', codes = '']) => [
      request,
      [...codes.matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code),
    ],
  ),
)

/** What holds for every request: who sends it, its form, its id, and that it can be saved. */
const OF_ALL: ReadonlySet<string> = new Set([
  ...['bad-input', 'forbidden', 'code-needed', 'not-signed-in', 'too-many-requests'],
  ...[
    'taken-over',
    'id-reused',
    'conflict',
    'internal',
    'storage-failed',
    'stopping',
    'record-damaged',
  ],
])

/** Whether the page lacks it: the request stands there, and this code does not. */
export const isUnlisted = (request: string, code: string): boolean =>
  listedRefusals.get(request)?.includes(code) === false && !OF_ALL.has(code)

/**
 * Of callers, calls, command and telling, among the requests of an incident: what they are refused
 * with is asked for by a spec of its own.
 */
export const TELLING: ReadonlySet<string> = new Set(
  [
    ...['caller', 'caller-undo', 'merge', 'caller-amend', 'news-dismiss', 'level', 'call', 'whom'],
    ...['task', 'heard', 'star', 'command', 'watch', 'transfer', 'headquarters', 'note'],
  ].map((name) => `incident/${name}`),
)
