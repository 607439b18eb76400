/**
 * The monthly report of HQ: a draft over chosen sites, issued with a number, the position of each
 * site and the digest of its bytes; what changes later is a numbered correction that names it.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { copyIn, copyOut } from '#main/adapters/postgres/copy-tables.ts'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { hqVault } from '#main/adapters/hq-vault.ts'
import type { ReportStore } from '#main/hq/report-ports.ts'
import type { GroupReportLine, GroupReportSeen } from '#shared/contract/hq-replies.ts'
import { firstOf, handUp, pairSite, type PairedSite } from '../kit/hand-up-client.ts'
import { browserOf, type Asked } from '../kit/hq-browser.ts'
import { preparedDatabase } from '../kit/hq-databases.ts'
import { openHqKit, type HqKit } from '../kit/hq.ts'
import { plan, step } from '../kit/plan.ts'
import { hasPostgres } from '../kit/postgres.ts'
import { sharedPostgres } from '../kit/shared-postgres.ts'
import { openStation, type Kit } from '../kit/station.ts'

type Ask = (request: string, input?: unknown) => Promise<Asked>

describe.skipIf(!hasPostgres)('the monthly report of HQ', () => {
  const postgres = sharedPostgres()
  let kit: HqKit
  let station: Kit
  let east: PairedSite
  let west: PairedSite
  let ask: Ask

  async function begin(plantedReports?: (store: ReportStore) => ReportStore): Promise<void> {
    kit = await openHqKit(postgres, { at: '2026-12-01T01:00:00Z', ...{ plantedReports } })
    station = await openStation({ plans: [plan('quiet', [step('look')])] })
    await station.run(['quiet'])
    const first = await firstOf(station.journal)
    east = await pairSite(kit.server.url, await kit.hq.code('华东', '赵'), { first })
    west = await pairSite(kit.server.url, await kit.hq.code('西南', '赵'), {
      first: 'f'.repeat(64),
    })
    await handedUp()
    ask = await browserOf(kit).signedIn({ name: '赵', role: 'administrator', regions: null })
  }
  /** With a beat, which says that HQ has all of it now. */
  async function handedUp(): Promise<void> {
    const { seq, hash } = (await kit.store.site(east.site))!.head
    await handUp(east, station.journal, ['2026-11'], { from: { seq, hash } })
    const head = (await kit.store.site(east.site))!.head
    await kit.hq.beat(east.site, { head, at: kit.clock.wall(), waiting: 0 })
  }
  beforeEach(() => begin())
  afterEach(async () => {
    await station.stop()
    await kit.stop()
  })

  const NOVEMBER = { month: '2026-11', name: '全部单位' }
  async function drafted(by: Ask = ask, sites = [east.site, west.site]): Promise<string> {
    const { body } = await by('report/draft', { ...NOVEMBER, sites })
    return (body as { id: string }).id
  }
  const seen = async (id: string, number?: number): Promise<GroupReportSeen> =>
    (await ask('report/read', { id, number })).body as GroupReportSeen
  async function issued(id: string, reason?: string): Promise<unknown> {
    const { check } = await seen(id)
    return (await ask('report/issue', { id, check, reason })).body
  }
  const bytesOf = async (id: string): Promise<readonly { paper: string; sha256: string }[]> =>
    kit.sql.query('select paper, sha256 from hq_report_issue where report = $1 order by number', [
      id,
    ])

  test('a draft is what the sites state now; who is missing is named, with the reason', async () => {
    const { paper, serial, issues, changes } = await seen(await drafted())
    expect({ serial, issues, changes }).toEqual({ serial: null, issues: [], changes: [] })
    const head = (await kit.store.site(east.site))!.head
    expect(paper).toMatchObject({
      sum: { incidents: 1 },
      parts: [{ site: east.site, position: head, figures: { incidents: 1 } }],
      missing: [{ site: west.site, why: 'never' }],
    })
  })

  test('issued, it has a number, and its bytes have the positions and their digest', async () => {
    const [first, second] = [await drafted(), await drafted()]
    expect(await issued(second)).toMatchObject({ serial: 1, number: 0 })
    expect(await issued(first)).toMatchObject({ serial: 2, number: 0 })
    const [issue] = await bytesOf(first)
    expect(issue!.sha256).toBe(hqVault.sha256(issue!.paper))
    const { epoch, seq, hash } = (await kit.store.site(east.site))!.head
    expect(issue!.paper).toContain(`{"epoch":${epoch},"hash":"${hash}","seq":${seq}}`)
  })

  test('what has changed since is a correction with a number and a reason that names it', async () => {
    const id = await drafted()
    await issued(id)
    const before = await bytesOf(id)
    expect(await issued(id, '无')).toEqual({ code: 'nothing-changed' })
    await station.run(['quiet'])
    await handedUp()
    const figure = { kind: 'figure', figure: 'incidents', before: 1, after: 2 }
    expect((await seen(id)).changes).toEqual(
      expect.arrayContaining([
        { ...figure, site: null },
        { ...figure, site: east.site },
      ]),
    )
    expect(await issued(id)).toEqual({ code: 'reason-needed' })
    expect(await issued(id, '补报一起')).toMatchObject({ serial: 1, number: 1 })
    const after = await bytesOf(id)
    expect(after[0]).toEqual(before[0])
    expect(JSON.parse(after[1]!.paper)).toMatchObject({
      reason: '补报一起',
      changes: expect.arrayContaining([{ ...figure, site: east.site }]) as unknown,
    })
    expect((await seen(id, 0)).paper.sum.incidents).toBe(1)
    expect((await seen(id, 1)).paper.sum.incidents).toBe(2)
    expect((await ask('report/read', { id, number: 2 })).body).toEqual({ code: 'unknown-report' })
  })

  test('what goes on after the month is no change of it', async () => {
    const id = await drafted()
    const { check } = await seen(id)
    kit.clock.leap(60_000)
    await handedUp()
    expect((await ask('report/issue', { id, check })).status).toBe(200)
    kit.clock.leap(60_000)
    await handedUp()
    expect(await issued(id, '无')).toEqual({ code: 'nothing-changed' })
  })

  test('nothing is issued that its author has not seen', async () => {
    const id = await drafted()
    const { check } = await seen(id)
    await station.run(['quiet'])
    await handedUp()
    expect((await ask('report/issue', { id, check })).body).toEqual({ code: 'report-changed' })
    expect((await seen(id)).serial).toBeNull()
  })

  test('who opened a draft before another one issued it is told so, and nothing is written', async () => {
    const id = await drafted()
    const { check, issues } = await seen(id)
    const issue = { id, check, issues: issues.length }
    expect((await ask('report/issue', issue)).status).toBe(200)
    expect((await ask('report/issue', issue)).body).toEqual({ code: 'issued-meanwhile' })
    expect(await bytesOf(id)).toHaveLength(1)
  })

  test('a month that has not begun has no report, one that runs has a draft alone', async () => {
    const draft = { name: '全部单位', sites: [east.site] }
    expect((await ask('report/draft', { ...draft, month: '2027-01' })).body).toEqual({
      code: 'month-not-begun',
    })
    const { body } = await ask('report/draft', { ...draft, month: '2026-12' })
    expect(await issued((body as { id: string }).id)).toEqual({ code: 'month-not-over' })
  })

  test('of two who issue at once one does, and one of two drafts has each number', async () => {
    const ids = [await drafted(), await drafted(), await drafted()]
    const { check } = await seen(ids[0]!)
    const answers = await Promise.all(
      [...ids, ids[0]!].map(async (id) => (await ask('report/issue', { id, check })).body),
    )
    const serials = answers.map((body) => (body as { serial?: number }).serial ?? 0)
    expect(serials.sort()).toEqual([0, 1, 2, 3])
  })

  test('a draft can be deleted, what was issued cannot', async () => {
    const [draft, report] = [await drafted(), await drafted()]
    await issued(report)
    expect((await ask('report/drop', { id: draft })).body).toEqual({})
    expect((await ask('report/drop', { id: report })).body).toEqual({ code: 'unknown-report' })
    const { body } = await ask('reports/read')
    expect((body as GroupReportLine[]).map(({ id }) => id)).toEqual([report])
  })

  test('a report over another region does not exist; a viewer reads, a sender drafts', async () => {
    const both = await drafted()
    await issued(both)
    const here = await browserOf(kit).signedIn({ name: '钱', role: 'sender', regions: ['华东'] })
    const mine = await drafted(here, [east.site])
    const { body } = await here('reports/read')
    expect((body as GroupReportLine[]).map(({ id }) => id)).toEqual([mine])
    for (const request of ['report/read', 'report/drop'])
      expect((await here(request, { id: both })).body).toEqual({ code: 'unknown-report' })
    expect(
      (await here('report/draft', { ...NOVEMBER, sites: [east.site, west.site] })).body,
    ).toEqual({ code: 'unknown-site' })
    expect((await here('report/issue', { id: mine, check: '' })).body).toEqual({
      code: 'not-yours',
    })
  })

  test('every deed stands in the list', async () => {
    const [id, other] = [await drafted(), await drafted()]
    await ask('report/drop', { id: other })
    await issued(id)
    await station.run(['quiet'])
    await handedUp()
    await issued(id, '补报')
    const deeds = (await ask('deeds/read')).body as { deed: string; detail: object }[]
    const about = { month: '2026-11', title: '全部单位' }
    expect(deeds.slice(0, 5)).toMatchObject([
      { deed: 'report-corrected', detail: { ...about, serial: 1, number: 1, why: '补报' } },
      { deed: 'report-issued', detail: { ...about, serial: 1, number: 0 } },
      { deed: 'report-dropped', detail: about },
      { deed: 'report-drafted', detail: { ...about, sites: 2 } },
      { deed: 'report-drafted' },
    ])
  })

  test('it survives backup and restore to the byte', async () => {
    const id = await drafted()
    await issued(id)
    const folder = join(mkdtempSync(join(tmpdir(), 'vigil-reports-')), 'copy')
    await copyOut(kit.sql, folder, 0)
    const sql = openPostgres({ url: await preparedDatabase(postgres), connections: 2 })
    await copyIn(sql, folder)
    const rows = await sql.query('select paper, sha256 from hq_report_issue')
    await sql.end()
    expect(rows).toEqual(await bytesOf(id))
  })

  test('planted: a store that writes the first issue again is seen by its bytes', async () => {
    await station.stop()
    await kit.stop()
    await begin((store) => ({
      ...store,
      async addIssue(id, issue) {
        const { paper, sha256 } = issue
        await kit.sql.query(
          'update hq_report_issue set paper = $2, sha256 = $3 where report = $1',
          [id, paper, sha256],
        )
        return store.addIssue(id, issue)
      },
    }))
    const id = await drafted()
    await issued(id)
    const before = await bytesOf(id)
    await station.run(['quiet'])
    await handedUp()
    await issued(id, '补报')
    expect((await bytesOf(id))[0]).not.toEqual(before[0])
  })
})
