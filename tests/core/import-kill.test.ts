/**
 * Imports: killed in the middle of importing and of withdrawing, the next life
 * begins again; nothing is doubled, nothing is lost.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import type { Verified } from '#main/core/ports.ts'
import { PAST_ROWS, type Part } from '../kit/past.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-import-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/**
 * Lives until it is done, or until so many lines were said: then it is killed in the middle of what
 * comes next, and of nothing after that. Resolves with what it said.
 */
async function live(part: Part, lines = Infinity): Promise<string[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'import-kill-child.ts'), dir, part],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const output: string[] = []
  const ended = new Promise((end) => child.once('close', end))
  for await (const line of createInterface({ input: child.stdout })) {
    output.push(line)
    if (output.length <= lines) child.stdin.write('go on\n')
    if (output.length === lines) child.kill('SIGKILL')
  }
  await ended
  return output
}

async function record(): Promise<{
  rows: number
  incidents: number
  drills: number
  withdrawn: number
  verified: Verified
}> {
  const journal = openSqliteJournal(join(dir, 'journal.db'))
  try {
    const allStats = await journal.incidentStats('2024-01', '2024-12')
    const counted = allStats.filter(({ counted }) => counted)
    return {
      rows: allStats.length,
      incidents: counted.filter(({ drill }) => !drill).length,
      drills: counted.filter(({ drill }) => drill).length,
      withdrawn: allStats.filter(({ imported }) => imported === 'withdrawn').length,
      verified: await verifyWhole(journal),
    }
  } finally {
    await journal.close()
  }
}

it(
  'four kills: what was answered is there once, and what was withdrawn counts nowhere',
  { timeout: 60_000 },
  async () => {
    for (const lines of [4, 9]) {
      const answered = await live('import', lines)
      const { rows, verified } = await record()
      expect(verified).toMatchObject({ ok: true })
      expect(rows).toBeGreaterThanOrEqual(answered.length * 10)
      expect(rows).toBeLessThan(PAST_ROWS) // it was killed in the middle
    }
    await live('import')
    expect(await record()).toMatchObject({
      rows: PAST_ROWS,
      incidents: 135,
      drills: 15,
      withdrawn: 0,
      verified: { ok: true },
    })
    for (const lines of [1, 2]) {
      await live('withdraw', lines)
      expect(await record()).toMatchObject({ rows: PAST_ROWS, verified: { ok: true } })
    }
    await live('withdraw')
    expect(await record()).toMatchObject({
      rows: PAST_ROWS,
      incidents: 0,
      drills: 0,
      withdrawn: PAST_ROWS,
      verified: { ok: true },
    })
    await live('import')
    expect(await record()).toMatchObject({
      rows: 2 * PAST_ROWS,
      incidents: 135,
      drills: 15,
      withdrawn: PAST_ROWS,
      verified: { ok: true },
    })
  },
)
