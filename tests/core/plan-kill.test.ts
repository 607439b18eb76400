/**
 * Plans: a station is killed while plans are written; what was approved is in
 * force afterwards, and no plan is half approved.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { loadDocuments } from '#main/core/engine/document-store.ts'
import { loadSitePlans } from '#main/core/features/plan/site-plans.ts'
import { verifyWhole } from '#main/core/verify/projections.ts'
import { HOTLINE } from '../kit/plans.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vigil-plans-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

/** Runs until so many lines were said, then kills in the middle of what comes next. */
async function killedAfter(lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'plan-kill-child.ts'), dir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const output: string[] = []
  const ended = new Promise((end) => child.once('close', end))
  for await (const line of createInterface({ input: child.stdout })) {
    output.push(line)
    if (output.length === lines) child.kill('SIGKILL')
  }
  await ended
  return output
}

it('two kills: whatever was acknowledged is there', { timeout: 60_000 }, async () => {
  const acknowledged: string[] = []
  for (const lines of [3, 8]) {
    acknowledged.push(...(await killedAfter(lines)))
    const journal = openSqliteJournal(join(dir, 'journal.db'))
    try {
      const revisions = acknowledged
        .filter((line) => line.startsWith('approved'))
        .map((line) => line.split(' ')[1])
      const sitePlans = await loadSitePlans(await loadDocuments(journal))
      const { plan, draft } = sitePlans.state(HOTLINE)
      const record = plan?.record.map(({ revision }) => revision) ?? []
      expect(record).toEqual(expect.arrayContaining(revisions))
      expect(sitePlans.text(HOTLINE)?.revision).toBe(record.at(-1))
      const saved = acknowledged.filter((line) => line.startsWith('saved')).length
      const events = await journal.events(`plan-text.${HOTLINE}`)
      expect(events.filter(({ type }) => type === 'DraftSaved').length).toBeGreaterThanOrEqual(
        saved,
      )
      expect(draft?.saved === null).toBe(events.at(-1)?.type === 'PlanApproved')
      expect(await verifyWhole(journal)).toMatchObject({ ok: true })
    } finally {
      await journal.close()
    }
  }
})
