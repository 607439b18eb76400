/** Command at the desk: who has it, handed over, the watch, and an incident that is passed on. */
import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import { pastTime } from '#renderer/console/base/past-time.ts'
import { incident, MINUTE, NOW, step } from '../board-parts.ts'
import { useLastCommand } from '#renderer/console/base/last-command.ts'
import { accepted, press, read } from './desk.ts'
import { consoleShowing } from './fire-at-desk.ts'

const LEADER = localized('值班领导', 'Duty leader')
const command = (part = {}) => ({ role: LEADER, people: [], named: false, since: null, ...part })

async function opened(part: Parameters<typeof incident>[0], entry: string) {
  const mounted = await consoleShowing({ incidents: [incident({ id: 'fire', ...part })] })
  await mounted.page.get('.moves [aria-haspopup]').trigger('click')
  await flushPromises()
  const entries = [...document.querySelectorAll<HTMLElement>('.el-dropdown-menu__item')]
  const menu = entries.map(({ textContent }) => textContent.replace(/^\d/, '')) // its digit
  entries[menu.indexOf(entry)]?.click()
  await flushPromises()
  const form = document.querySelector<HTMLFormElement>('[role=dialog] form')
  const type = async (index: number, words: string) => {
    const field = form?.querySelectorAll<HTMLInputElement>('input')[index]
    if (!field) throw new Error(`no field ${index}`)
    field.value = words
    field.dispatchEvent(new Event('input'))
    await flushPromises()
  }
  const save = async () => {
    form?.dispatchEvent(new Event('submit'))
    await flushPromises()
  }
  const button = () => form?.querySelector<HTMLButtonElement>('button[type=submit]')
  return { ...mounted, menu, type, save, button }
}

it('is always said in the head: whoever is on at the post, the post alone, or a person', async () => {
  const { page, show } = await consoleShowing({
    incidents: [incident({ id: 'fire', command: command({ people: ['周岚'] }) })],
  })
  const facts = () => read(page.get('.case .facts'))
  expect(facts()).toContain('总指挥 周岚（值班领导）')
  await show({ incidents: [incident({ id: 'fire', command: command() })] })
  expect(facts()).toContain('总指挥 值班领导')
  const named = command({ people: ['王强'], named: true, since: NOW })
  await show({ incidents: [incident({ id: 'fire', command: named })] })
  expect(facts()).toContain('总指挥 王强')
})

it('is handed over from the menu, with whom it is taken from in sight', async () => {
  const { station, type, save, button } = await opened({}, '移交指挥…')
  expect(document.querySelector('[role=dialog]')?.textContent).toContain('目前指挥：值班领导')
  expect(button()?.title).toBe('先填“移交给”')
  await type(0, '王强')
  await type(1, '到场')
  await save()
  expect(station.of('incident/command')).toEqual([
    { incidentId: 'fire', to: { person: '王强' }, reason: '到场' },
  ])
})

it('keeps a watch of what is contained, with thirty minutes to begin with', async () => {
  const { station, type, save, button, menu } = await opened({ state: 'contained' }, '观察期…')
  expect(menu).toContain('观察期…')
  await type(0, '0')
  expect(button()?.title).toBe('“分钟”填得不对')
  await type(0, '45')
  await save()
  expect(station.of('incident/watch')).toEqual([{ incidentId: 'fire', minutes: 45 }])
})

it('offers no watch before, and says in the head until when it is kept and that it is over', async () => {
  const { menu } = await opened({ state: 'responding' }, '')
  expect(menu).not.toContain('观察期…')
  const watch = { since: NOW, until: NOW + 30 * MINUTE, over: false }
  const { page, show } = await consoleShowing({
    incidents: [incident({ id: 'fire', state: 'contained', watch })],
  })
  expect(read(page.get('.watch'))).toBe('观察到15:02')
  await show({
    incidents: [incident({ id: 'fire', state: 'contained', watch: { ...watch, over: true } })],
  })
  expect(read(page.get('.watch'))).toBe('观察期满，可以解除响应')
  const [, again] = page.findAll('.watch-next button')
  expect(page.findAll('.watch-next button').map(read)).toEqual(['解除响应…', '再观察一段…'])
  await again!.trigger('click')
  expect(document.querySelector('.el-dialog')?.textContent).toContain('观察期')
})

it('is passed on to another body, with the reason for what lives hang on', async () => {
  const life = step({ id: 'out', lifeSafety: true, short: localized('疏散', 'Evacuate') })
  const { station, type, save, button } = await opened({ steps: [life] }, '移送…')
  await type(0, '城东派出所')
  expect(button()?.title).toBe('先填“说明”')
  await type(3, '民警已到场接手')
  await type(2, '25:00')
  expect(button()?.title).toContain('移交时间')
  await type(2, '14:05')
  await save()
  expect(station.of('incident/transfer')).toEqual([
    {
      ...{ incidentId: 'fire', body: '城东派出所', reason: '民警已到场接手' },
      at: pastTime('14:05', NOW, 'Asia/Shanghai'),
    },
  ])
})

it('is passed on no longer, where it is taken back within ten seconds', async () => {
  const { page, station } = await consoleShowing(
    { incidents: [] },
    { 'incident/undo': () => accepted<'incident/undo'>({}) },
  )
  const input = { incidentId: 'fire', body: '城东派出所' }
  useLastCommand().recorded('incident/transfer', input, 'c1')
  await flushPromises()
  expect(read(page.get('.undo p b'))).toBe('移送城东派出所')
  press('F8', { ctrlKey: true })
  await flushPromises()
  expect(station.of('incident/undo')).toEqual([{ incidentId: 'fire', commandId: 'c1' }])
})
