/** `npm start` without its build: the station is run from the sources. For tests that need it as a process of its own. */
import { join, resolve } from 'node:path'
import { readOptions, run } from '../../scripts/start.mjs'

const root = resolve(import.meta.dirname, '../..')

process.exitCode = await run(root, join(root, 'src-main/hosts/node/station.ts'), readOptions(process.argv.slice(2)))
