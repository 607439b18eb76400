/**
 * Planted: a purge stands in no list before it is carried out. It waits in front of its work, so
 * that whether the bug is seen does not hang on the moment of the kill.
 */
import { openPurgeLedger } from '#main/adapters/purge-ledger.ts'
import { serveWith } from '../lib/serve-with.ts'

const WAITS_MS = 3_000

await serveWith({
  purges: (dir, log) => ({
    ...openPurgeLedger(dir, log),
    begin: () => undefined,
    give: () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAITS_MS),
    done: () => undefined,
    undone: () => [],
  }),
})
