/**
 * Checks what `npm run pack` would give to a user, with a dummy in place of Electron: everything
 * that the program needs, nothing else, all in the archive, nine fuses set, and the program taken
 * out of the archive runs. Skipped where electron-builder cannot be fetched.
 */
import { join, resolve } from 'node:path'
import { checkPacked } from '../../scripts/lib/packed.mjs'
import { runBuilder } from '../../scripts/pack.mjs'
import { ensureBuilt } from '../../scripts/lib/steps.mjs'
import { check, mustFail, runChecks, skip } from './lib/checks.ts'

const root = resolve(import.meta.dirname, '../..')

await runChecks(async () => {
  if (!(await ensureBuilt(root))) throw new Error('the build failed')
  const packed = await checkPacked(root, runBuilder)
  if (packed.skipped) skip(packed.skipped)
  check('what would be packed for Linux and Windows', packed.faults)
  const { faults } = await checkPacked(
    root,
    runBuilder,
    join(root, 'tests/faults/planted/packed-badly.mjs'),
  )
  mustFail(
    'a plan left out of the archive',
    faults.filter((fault) => fault.includes('missing: resources/plans/')),
  )
  mustFail(
    'a package left out of the archive',
    faults.filter((fault) => fault.includes('station plans ends with')),
  )
  mustFail(
    'the tests in the archive',
    faults.filter((fault) => fault.includes('not for the user: tests/')),
  )
  mustFail(
    'fuses as they come',
    faults.filter((fault) => fault.includes('fuses are')),
  )
})
