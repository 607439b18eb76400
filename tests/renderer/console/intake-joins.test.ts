/**
 * The intake where something like it runs already: Enter joins the caller where all
 * agrees, else a new incident comes first, and where the places differ Enter asks.
 */
import { flushPromises, type VueWrapper } from '@vue/test-utils'
import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Proposal } from '#shared/contract/contract.ts'
import type { Join } from '#shared/domain/match/joining.ts'
import { localized } from '#shared/domain/text.ts'
import IntakeBar from '#renderer/console/app/intake/IntakeBar.vue'
import { intakeRows } from '#renderer/console/app/intake/intake-rows.ts'
import { useIntake } from '#renderer/console/app/intake/use-intake.ts'
import { ASK_AFTER_MS } from '#renderer/console/app/intake/use-proposals.ts'
import { READ_MS } from '#renderer/console/base/key-target.ts'
import { useLastCommand } from '#renderer/console/base/last-command.ts'
import { accepted, mountConsole, press, scriptedLink, type ScriptedLink } from './desk.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  sessionStorage.clear()
  vi.useRealTimers()
})

const proposal = (planId: string): Proposal => ({
  ...{ planId, type: 'fire', title: localized(`预案${planId}`, planId) },
  ...{ reason: localized('提到“着火”', planId), words: ['着火'], preselected: true },
})
const join = (where: Join['standing'], elsewhere: string | null = null): Join => ({
  ...{ incidentId: 'i1', standing: where, elsewhere },
})

type Typed = { page: VueWrapper; station: ScriptedLink; field: HTMLInputElement }

async function typed(joins: readonly Join[], casualties = {}): Promise<Typed> {
  const { page, station } = await mountConsole(
    IntakeBar,
    {},
    {
      'incident/propose': () =>
        accepted<'incident/propose'>({
          proposals: [proposal('fire'), proposal('smoke')],
          heard: { casualties, unhurt: false, severity: null, drill: false },
          joins,
        }),
      'incident/report': () =>
        accepted<'incident/report'>({ incidentId: 'new', proposals: [], similar: [] }),
      'incident/caller': () => accepted<'incident/caller'>({ callerId: 'c2' }),
    },
  )
  const input = page.get<HTMLInputElement>('input[role=combobox]')
  input.element.focus()
  await input.setValue('二楼着火')
  await vi.advanceTimersByTimeAsync(ASK_AFTER_MS)
  await flushPromises()
  return { page, station, field: input.element }
}
async function enter({ field }: Typed): Promise<void> {
  press('Enter', { on: field })
  await flushPromises()
}
const SENT = ['incident/report', 'incident/activate', 'incident/caller']
const sent = ({ station }: Typed): readonly string[] =>
  station.asked.map(({ name }) => name as string).filter((name) => SENT.includes(name))

const kinds = (joins: readonly Join[], proposals = [proposal('a'), proposal('b')]) =>
  intakeRows(proposals, joins).map(({ kind }) => kind)

it('joining stands first where all agrees, else after the first way to a new incident', () => {
  expect(kinds([])).toEqual(['plan', 'plan', 'later'])
  expect(kinds([join('first')])).toEqual(['join', 'plan', 'plan', 'later'])
  expect(kinds([join('second')])).toEqual(['plan', 'join', 'plan', 'later'])
  expect(kinds([join('apart', '三楼')], [])).toEqual(['join', 'later'])
})

it('the hint beside the words says what Enter does with the row that is chosen', async () => {
  const hint = ({ page }: Typed): string => page.get('.field .hint').text()
  expect(hint(await typed([join('first')]))).toMatch(/Enter并入/)
  const intake = await typed([join('second')])
  expect(hint(intake)).toMatch(/Enter启动/)
  press('ArrowDown', { on: intake.field })
  await flushPromises()
  expect(hint(intake)).toMatch(/Enter并入/)
})

it('Enter joins the caller, and for ten seconds the desk can part them again', async () => {
  const intake = await typed([join('first')])
  expect(intake.page.get('[aria-selected=true]').text()).toContain('同一处，正在处置')
  await enter(intake)
  expect(sent(intake)).toEqual(['incident/caller'])
  expect(useLastCommand().last).toEqual({
    name: 'incident/caller',
    input: { incidentId: 'i1', callerId: 'c2' },
  })
  expect(intake.field.value).toBe('')
})

it('Enter makes a new incident where joining stands second', async () => {
  const intake = await typed([join('second')])
  await enter(intake)
  expect(sent(intake)).toEqual(['incident/report', 'incident/activate'])
})

it('where the words name another place, Enter asks once', async () => {
  const intake = await typed([join('apart', '三楼')])
  expect(intake.page.text()).toContain('内容里是“三楼”')
  await enter(intake)
  expect(sent(intake)).toEqual([])
  expect(intake.page.text()).toContain('还没有接报')
  await enter(intake) // a hand that shakes
  expect(sent(intake)).toEqual([])
  await vi.advanceTimersByTimeAsync(READ_MS)
  await enter(intake)
  expect(sent(intake)).toEqual(['incident/report', 'incident/activate'])
})

it('whoever chooses to join at another place is not asked again', async () => {
  const intake = await typed([join('apart', '三楼')])
  press('ArrowDown', { on: intake.field })
  await enter(intake)
  expect(sent(intake)).toEqual(['incident/caller'])
})

it('the place that is typed is asked for, too, and goes along with who joins', async () => {
  const intake = await typed([join('first')], { minor: 2 })
  await intake.page.findAll('.heard input')[2]?.setValue('3')
  const place = intake.page.get<HTMLInputElement>('.field .place input')
  await place.setValue('一楼超市')
  await enter({ ...intake, field: place.element })
  expect(intake.station.of('incident/propose').at(-1)).toEqual({
    ...{ narrative: '二楼着火', place: '一楼超市' },
  })
  expect(intake.station.of('incident/caller')).toEqual([
    { incidentId: 'i1', narrative: '二楼着火', place: '一楼超市', casualties: { minor: 3 } },
  ])
})

const callerField = ({ page }: Typed) => page.get<HTMLInputElement>('.field .who input')

it('who calls goes along with a report and with who joins', async () => {
  const intake = await typed([join('first')])
  await callerField(intake).setValue('雀大甲 00000017')
  await enter(intake)
  expect(intake.station.of('incident/caller')).toMatchObject([{ reporter: '雀大甲 00000017' }])
  expect(callerField(intake).element.value).toBe('')
  const alone = await typed([])
  await callerField(alone).setValue('雀大甲')
  await enter(alone)
  expect(alone.station.of('incident/report')).toMatchObject([{ reporter: '雀大甲' }])
})

it('a number is of the words that stood there: the next call waits for the next report', async () => {
  const drafts = { read: () => null, write: () => undefined }
  const scope = effectScope()
  const { caller, narrative, clear, restore } = scope.run(() =>
    useIntake({
      ...{ drafts, request: scriptedLink({}).request, telephone: '电话' },
      ...{ onReported: () => undefined, onRecorded: () => undefined },
    }),
  )!
  caller.answered('00000017', true)
  expect(caller.input('电话')).toEqual({ reporter: '00000017', channel: '电话' })
  narrative.value = '三楼冒烟'
  caller.answered('00000018', false)
  expect([caller.reporter.value, caller.waiting.value]).toEqual(['00000017', ['00000018']])
  clear()
  expect([caller.reporter.value, caller.waiting.value]).toEqual(['00000018', []])
  restore()
  expect([caller.reporter.value, caller.waiting.value]).toEqual(['00000017', ['00000018']])
  caller.use('00000018')
  expect([caller.reporter.value, caller.waiting.value]).toEqual(['00000018', []])
  scope.stop()
})
