/**
 * `npm start` without its build: the station is that of tests/kit/program.ts. For tests that need
 * it as a process of its own. START_UID: whose process it takes itself for.
 */
import { resolve } from 'node:path'
import { Stop } from '../../scripts/lib/say.mjs'
import { readOptions, run } from '../../scripts/start.mjs'
import { STATION } from '../kit/program.ts'

const root = resolve(import.meta.dirname, '../..')
const { START_UID } = process.env

try {
  process.exitCode = await run(
    root,
    STATION,
    readOptions(process.argv.slice(2)),
    START_UID === undefined ? {} : { uid: Number(START_UID) },
  )
} catch (error) {
  // as the launcher does
  if (!(error instanceof Stop)) throw error
  console.error(error.message)
  process.exitCode = error.code
}
