/**
 * Personal values (突发事件应对法 art. 84–85): never in the record itself, kept apart, shown to
 * those who work.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, describe, expect, it } from 'vitest'
import { openSqliteJournal } from '#main/adapters/journal/sqlite-journal.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { planFilesAtOnce } from '#main/adapters/plans/plan-file-task.ts'
import { startStation } from '#main/core/station/station.ts'
import { contract, type Name } from '#shared/contract/contract.ts'
import { localized } from '#shared/domain/text.ts'
import { manualClock } from '../kit/manual-clock.ts'
import { plan, step } from '../kit/plan.ts'
import {
  NOON,
  dispatcher,
  notifier,
  noTexts,
  openStation,
  smallLibrary,
  type Kit,
} from '../kit/station.ts'

const twoSteps = plan('one', [step('a'), step('b')])
const CANARIES = {
  narrative: '金丝雀一号王女士家住云雀花园三号楼，冒烟',
  reporter: '金丝雀二号赵先生',
  accepted: '金丝雀三号说马上到',
  words: '金丝雀四号说已经办妥',
  note: '金丝雀五号补一句',
}

/** Every command that takes something personal, once. */
async function sayAll(ask: (name: Name, input: unknown) => Promise<unknown>): Promise<string> {
  const reported = await ask('incident/report', {
    narrative: CANARIES.narrative,
    reporter: CANARIES.reporter,
    place: '前厅',
  })
  const { incidentId } = reported as { incidentId: string }
  await ask('incident/activate', { incidentId, planId: 'one' })
  const behalf = (words: string) => ({ person: '王强', channel: '电话', words })
  await ask('incident/step', {
    incidentId,
    stepId: 'a',
    outcome: 'accepted',
    onBehalfOf: behalf(CANARIES.accepted),
  })
  await ask('incident/step', {
    incidentId,
    stepId: 'b',
    outcome: 'done',
    onBehalfOf: behalf(CANARIES.words),
  })
  await ask('incident/note', { incidentId, words: CANARIES.note })
  return incidentId
}

let kit: Kit | null = null
afterEach(async () => {
  await kit?.stop()
  kit = null
})

describe('what a caller says', () => {
  it('stands in no event, in no stored answer, in no row, and in no other table than the one that may be purged, and the words for searching that go with it', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'vigil-personal-'))
    const file = join(dir, 'journal.db')
    const journal = openSqliteJournal(file)
    const site = {
      name: localized('站', 'Site'),
      zone: 'Asia/Shanghai',
      kinds: ['mall'],
      demo: false,
      setUp: true,
    }
    const station = await startStation({
      journal,
      clock: manualClock(NOON),
      planSources: noTexts,
      planFiles: planFilesAtOnce,
      library: smallLibrary([twoSteps]),
      notifier: notifier(),
      vault: systemVault,
      romaniser: { syllables: () => [] },
      log: { info: () => undefined, error: () => undefined },
      site,
    })
    await sayAll(async (name, input) => {
      const answer = await station.request({ id: crypto.randomUUID(), name, input }, dispatcher)
      if (!answer.ok) throw new Error(answer.code)
      return answer.reply
    })
    await station.stop()
    await journal.close()
    const db = new DatabaseSync(file)
    const tables = db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => String(name))
    const tells = (value: unknown): boolean => /金丝雀|云雀花园/.test(String(value))
    const tellingTables = tables.filter((table) =>
      db
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .some((row) => Object.values(row).some(tells)),
    )
    expect(tellingTables.sort()).toEqual(['history', 'personal'])
    const others = 4 // person and channel of the two who did it for somebody
    expect(db.prepare('SELECT count(*) AS n FROM personal').get()?.n).toBe(
      Object.keys(CANARIES).length + others,
    )
    db.exec('DELETE FROM personal; VACUUM')
    db.close()
    expect(readFileSync(file).includes('金丝雀')).toBe(false)
    rmSync(dir, { recursive: true, force: true })
  })

  it.each([['memory'], ['sqlite']] as const)(
    'is shown on the board and in the timeline, also after a restart (%s)',
    async (on) => {
      kit = await openStation({ on, plans: [twoSteps] })
      const ask = kit.ask
      const id = await sayAll((name, input) => ask(name, input as never))
      const look = async (): Promise<unknown> => {
        const incident = await kit?.incident(id)
        return {
          narrative: incident?.narrative,
          reporter: incident?.reporter,
          words: incident?.steps.find((step) => step.id === 'b')?.onBehalfOf?.words,
        }
      }
      const shown = {
        narrative: CANARIES.narrative,
        reporter: CANARIES.reporter,
        words: CANARIES.words,
      }
      expect(await look()).toEqual(shown)
      kit = await kit.restart('1 min')
      expect(await look()).toEqual(shown)
      const { entries } = await kit.ask('incident/timeline', { incidentId: id })
      expect(entries.flatMap(({ words }) => words ?? [])).toEqual([
        CANARIES.narrative,
        CANARIES.accepted,
        CANARIES.words,
        CANARIES.note,
      ])
      expect(JSON.stringify(await kit.events())).not.toContain('金丝雀')
    },
  )

  it('that equals what another said leaves no equal trace', async () => {
    kit = await openStation()
    await kit.run([], { place: '一楼' })
    await kit.run([], { place: '二楼' })
    const sealed = (await kit.events()).flatMap(
      ({ body }) => (body as { narrative?: { sealed: string } }).narrative?.sealed ?? [],
    )
    expect(new Set(sealed).size).toBe(2)
  })

  it('loses what nobody can see, keeps the rest as it was, and the record stays whole', async () => {
    kit = await openStation({ on: 'sqlite' })
    const narrative = '三楼\u0000冒烟 \u202e反\u2028行 𠮷 emoji🔥 "引号" \\ \u0007完'
    const cleaned = '三楼冒烟 反行 𠮷 emoji🔥 "引号" \\ 完'
    const id = await kit.run([], { narrative, place: '三楼\u0000东' })
    expect(await kit.incident(id)).toMatchObject({ narrative: cleaned, place: '三楼东' })
    kit = await kit.restart()
    expect(await kit.incident(id)).toMatchObject({ narrative: cleaned, place: '三楼东' })
    expect(await kit.journal.verify()).toMatchObject({ ok: true })
  })
})

describe('the technical log', () => {
  it('bears none of it, whatever is refused', async () => {
    kit = await openStation({ plans: [twoSteps] })
    const ask = kit.ask
    await sayAll((name, input) => ask(name, input as never))
    for (const name of Object.keys(contract))
      await kit.send(name as Name, { narrative: CANARIES.narrative, place: '' })
    kit.disk.broken = true
    await kit.send('incident/report', { narrative: CANARIES.narrative, place: '前厅' })
    expect(
      kit.logged.map(({ event, error }) => `${event} ${String(error)}`).join('\n'),
    ).not.toContain('金丝雀')
  })
})
