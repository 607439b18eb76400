/**
 * The form of the report to those above: its blanks ask and answer into the record, the text goes
 * out as it stood, and what was sent can be read and printed again.
 */
import { flushPromises } from '@vue/test-utils'
import { expect, it, vi } from 'vitest'
import BulletinDialog from '#renderer/console/components/bulletin/BulletinDialog.vue'
import { answerOf } from '#renderer/console/components/bulletin/answer.ts'
import IncidentHead from '#renderer/console/pages/now/incident/IncidentHead.vue'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import type { ReportClock } from '#shared/domain/incident/record/report-clocks.ts'
import { localized } from '#shared/domain/text.ts'
import { incident, MINUTE, NOW, SECOND } from '../board-parts.ts'
import { mountConsole, read } from './desk.ts'

const RUNNING = incident({
  ...{ id: 'i1', place: '三楼厨房', narrative: '冒烟', occurredAt: null },
  legalCategory: 'accidentDisaster',
  reportRule: {
    ...{ id: 'accident', withinMs: 60 * MINUTE, everyMs: null },
    source: localized('493号令第九条：1小时', 'Order 493, art. 9: within 1 h'),
  },
})
const dialog = (): HTMLElement => document.querySelector<HTMLElement>('.el-dialog')!
const words = (): string => dialog().textContent.replace(/\s+/g, ' ')
async function opened(shown: BoardIncident = RUNNING) {
  const mounted = await mountConsole(BulletinDialog, { incident: shown })
  await mounted.show({ incidents: [shown] })
  return mounted
}
async function type(field: Element, value: string): Promise<void> {
  ;(field as HTMLInputElement).value = value
  field.dispatchEvent(new Event('input'))
  await flushPromises()
}
const labelled = (label: string): HTMLInputElement =>
  [...dialog().querySelectorAll('label')]
    .find(({ textContent }) => textContent.includes(label))!
    .querySelector('input')!

it('shows what the record knows, and asks what nobody has said', async () => {
  await opened()
  expect(words()).toMatch(/首报（第1报）/)
  expect(words()).toMatch(/三楼厨房.*冒烟/)
  expect(words()).toMatch(/几点发生的？.*单位负责人几点得知？.*伤亡几人？/)
  expect(words()).toContain('请先填负责人得知时间')
})

it('answers a blank into the record of the incident', async () => {
  const { station } = await opened()
  const blank = [...dialog().querySelectorAll('.blank')].find(({ textContent }) =>
    textContent.includes('负责人几点得知'),
  )!
  await type(blank.querySelector('input')!, '14:30')
  blank.querySelector('button')!.click()
  await flushPromises()
  expect(station.of('bulletin/head-informed')).toEqual([
    { incidentId: 'i1', at: NOW - 2 * MINUTE - 8 * SECOND },
  ])
})

it('sends the text as it stands, once it says to whom and by whom', async () => {
  const { station } = await opened()
  dialog().querySelector('form')!.requestSubmit()
  await flushPromises()
  expect(station.of('bulletin/send')).toEqual([])
  await type(labelled('报送给谁'), '区应急局')
  await type(labelled('签发人'), '周敏')
  dialog().querySelector('form')!.requestSubmit()
  await flushPromises()
  const [sent] = station.of('bulletin/send')
  expect(sent).toMatchObject({ incidentId: 'i1', number: 1, final: false, signer: '周敏' })
  expect(sent?.text).toMatch(/首报（第1报）\n报送：区应急局\n[^]*三楼厨房[^]*签发：周敏/)
})

it('lists what went out, and prints it word for word again', async () => {
  const printed: string[] = []
  vi.stubGlobal('print', () => void printed.push('once'))
  const bulletin = { kind: 'first', at: NOW, by: '周敏', signer: '周敏', to: '区应急局' } as const
  await opened({ ...RUNNING, bulletins: [{ ...bulletin, number: 1, text: '第1报正文' }] })
  expect(words()).toMatch(/续报（第2报）/)
  expect(words()).toMatch(/首报（第1报）.*报区应急局，周敏签发/)
  const [again] = [...dialog().querySelectorAll('button')].filter(({ textContent }) =>
    textContent.includes('打印这一报'),
  )
  again!.click()
  await flushPromises()
  expect(printed).toEqual(['once'])
})

it('what a merged incident had sent counts, and the next one follows it', async () => {
  const sent = [{ kind: 'first', number: 1, at: NOW, by: '周敏' }] as const
  await opened({
    ...RUNNING,
    takenIn: [{ incidentId: 'i2', number: '2026-002', at: NOW, by: '周敏', sent }],
  })
  expect(words()).toMatch(/续报（第2报）/)
  expect(words()).toMatch(/并入的事件已报出 ?2026-002 ?首报（第1报）/)
})

it('reads numbers and times, and takes nothing else for an answer', () => {
  const at = () => NOW
  expect(answerOf('loss', ['12,000'], 'i1', 'r', at)?.input).toMatchObject({ loss: 12_000 })
  expect(answerOf('loss', ['很多'], 'i1', 'r', at)).toBeNull()
  expect(answerOf('casualties', ['0', '', '2', ''], 'i1', 'r', at)?.input).toEqual({
    incidentId: 'i1',
    casualties: { dead: 0, minor: 2 },
  })
  expect(answerOf('casualties', ['', '', '', ''], 'i1', 'r', at)).toBeNull()
  expect(answerOf('casualties', ['一', '', '', ''], 'i1', 'r', at)).toBeNull()
  expect(answerOf('occurredAt', ['9点'], 'i1', 'r', () => null)).toBeNull()
  expect(answerOf('place', [' 三楼 '], 'i1', 'r', at)).toEqual({
    name: 'incident/amend',
    input: { incidentId: 'i1', place: '三楼', reason: 'r' },
  })
  expect(answerOf('place', [' '], 'i1', 'r', at)).toBeNull()
  expect(answerOf('level', ['2'], 'i1', 'r', at)?.input).toEqual({ incidentId: 'i1', level: 2 })
  expect(answerOf('level', [''], 'i1', 'r', at)).toBeNull()
  expect(answerOf('severity', ['serious'], 'i1', 'r', at)).toEqual({
    name: 'incident/assess',
    input: { incidentId: 'i1', severity: 'serious' },
  })
  expect(answerOf('severity', [''], 'i1', 'r', at)).toBeNull()
  expect(answerOf('type', ['fire'], 'i1', 'r', at)?.name).toBe('incident/amend')
})

it('says how much of the time of the law is gone, by marks, and when it was met', async () => {
  const clock: ReportClock = {
    ...{ kind: 'first', ruleId: 'accident', source: localized('493号令第九条', 'Order 493') },
    ...{ startedAt: NOW, dueAt: NOW + 60 * MINUTE, doneAt: null, endedAt: null, lateAt: null },
  }
  const of = (part: Partial<ReportClock>): BoardIncident => ({
    ...RUNNING,
    reportClocks: [{ ...clock, ...part }],
  })
  await opened(of({}))
  expect(words()).toMatch(/首报还剩1:00:00.*前报出 493号令第九条/)
  await opened(of({ startedAt: NOW - 50 * MINUTE, dueAt: NOW + 10 * MINUTE }))
  expect(words()).toContain('首报已过八成')
  await opened(of({ startedAt: NOW - 70 * MINUTE, dueAt: NOW - 10 * MINUTE }))
  expect(words()).toContain('首报已超时')
  await opened(of({ doneAt: NOW }))
  expect(words()).toMatch(/首报.*14:32报出/)
})

it('stands in the head of the incident: what is due with its marks, or who has to be asked', async () => {
  const clock: ReportClock = {
    ...{ kind: 'first', ruleId: 'accident', source: localized('493号令第九条', 'Order 493') },
    ...{ startedAt: NOW, dueAt: NOW + 60 * MINUTE, doneAt: null, endedAt: null, lateAt: null },
  }
  async function headOf(part: Partial<BoardIncident>) {
    const shown = { ...RUNNING, ...part }
    const { page, show } = await mountConsole(IncidentHead, { incident: shown })
    await show({ incidents: [shown] })
    return page
  }
  const lineOf = async (part: Partial<BoardIncident>): Promise<string> =>
    read((await headOf(part)).get('.due'))
  const gone = (minutes: number): Partial<BoardIncident> => ({
    headInformedAt: NOW - minutes * MINUTE,
    reportClocks: [
      { ...clock, startedAt: NOW - minutes * MINUTE, dueAt: NOW + (60 - minutes) * MINUTE },
    ],
  })
  expect(await lineOf(gone(10))).toMatch(/^首报还剩0:50:00/)
  // a small screen has room for a few signs, from the beginning on
  const brief = async (part: Partial<BoardIncident>): Promise<string> =>
    read((await headOf(part)).get('.at .due.brief'))
  expect(await brief(gone(10))).toBe('首报剩0:50:00')
  expect(await brief({})).toBe('负责人几点得知？')
  expect(await lineOf(gone(30))).toMatch(/^首报已过一半，还剩0:30:00/)
  expect(await lineOf(gone(48))).toMatch(/^首报已过八成，还剩0:12:00/)
  const met = { headInformedAt: NOW, reportClocks: [{ ...clock, doneAt: NOW }] }
  expect((await headOf(met)).find('.due').exists()).toBe(false)
  expect((await headOf({ reportRule: undefined })).find('.due').exists()).toBe(false)
  const asking = await headOf({})
  expect(read(asking.get('.due'))).toBe('单位负责人几点得知？')
  await asking.get('.due').trigger('click')
  await flushPromises()
  expect(words()).toMatch(/首报（第1报）/)
})
