/**
 * Planted: a PID file for a lock. It outlives its process, and the number may be another's by then.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { noteIn, readNote, serveWith } from '../lib/serve-with.ts'

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

await serveWith({
  take(dir) {
    mkdirSync(dir, { recursive: true })
    const holderFile = noteIn(dir)
    if (existsSync(holderFile) && isAlive(readNote(holderFile))) {
      console.error(
        `folder-taken: 由进程${readNote(holderFile)}使用 / in use by pid ${readNote(holderFile)}`,
      )
      process.exit(73)
    }
    writeFileSync(holderFile, String(process.pid))
    return { release: () => rmSync(holderFile, { force: true }) }
  },
})
