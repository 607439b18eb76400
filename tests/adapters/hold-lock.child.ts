/**
 * Holds the lock on the folder it is given until it is killed: the other process of
 * data-lock.test.ts.
 */
import { lockDataFolder } from '#main/adapters/data-lock.ts'

const lock = lockDataFolder(process.argv[2] ?? '')
process.stdout.write('holder' in lock ? `refused: ${lock.holder}\n` : 'locked\n')
if (!('holder' in lock)) setInterval(() => undefined, 1_000)
