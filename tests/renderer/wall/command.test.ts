/** Who commands stands in the leading row of a wall where there is room, and takes it from none. */
import { expect, it, test, vi } from 'vitest'
import { localized } from '#shared/domain/text.ts'
import type { BoardCommand } from '#shared/domain/board/command-types.ts'
import type { BoardIncident } from '#shared/domain/board/types.ts'
import { commanderIn } from '#renderer/wall/commander.ts'
import { board, incident, MINUTE, NOW, step } from '../board-parts.ts'
import { row, show, useWall, wall } from './wall-kit.ts'

useWall()

const LEADER = localized('值班领导', 'Duty leader')
const by = (...people: string[]): BoardCommand => ({
  ...{ role: LEADER, people, named: false, since: null },
})
const named = (...people: string[]): BoardCommand => ({
  ...{ role: localized('指挥人员', 'Commander'), people, named: true, since: NOW },
})
const steps = ['一', '二', '三', '四', '五', '六', '七'].map((word) =>
  step({ short: localized(`第${word}步`, word) }),
)
const fire = (part: Partial<BoardIncident> = {}): BoardIncident =>
  incident({ id: 'fire', place: '后厨', steps, command: by('何建国'), ...part })
const lines = (id = 'fire'): string[] =>
  row(id)
    .findAll('.then')
    .map((line) => line.text())
const onPanel = (width: number, height: number): void => {
  vi.stubGlobal('innerWidth', width)
  vi.stubGlobal('innerHeight', height)
}

it('is the last line of the leading row, after what comes next, and stands in no other row', async () => {
  await show(board({ incidents: [fire(), fire({ id: 'lift' })] }))
  expect(lines().at(-1)).toBe('指挥何建国值班领导')
  expect(lines()[0]).toContain('下一步')
  expect(lines('lift')).toEqual([])
})

test.each<[string, number, number, string, string]>([
  ['lying', 1920, 1080, '', '指挥何建国值班领导'],
  ['lying, in English', 1920, 1080, '?lang=en', 'Command何建国Duty leader'],
  ['wide', 3840, 1080, '', '指挥何建国值班领导'],
  ['upright', 1080, 1920, '', '指挥何建国值班领导'],
])('stands on a panel that is %s', async (_case, width, height, search, shown) => {
  onPanel(width, height)
  await show(board({ incidents: [fire()] }), search)
  expect(lines()).toContain(shown)
})

test.each([
  ['in a public hall', '?privacy=1'],
  ['for far readers', '?d=10&w=1210'],
])('%s it does not stand there', async (_case, search) => {
  await show(board({ incidents: [fire()] }), search)
  expect(wall.text()).not.toMatch(/指挥|何建国/)
})

it('where a limit is late, owner, place and figure are those of before, and a next step stays', async () => {
  const late = step({ dueAt: NOW - MINUTE, startedAt: NOW - 9 * MINUTE })
  const parts = (): string[] =>
    ['.what', '.acts', '.limit', '.sub'].map((part) => row('fire').get(part).text())
  const nobody = { ...named(), people: [] }
  const incidents = (command: BoardCommand) => [
    fire({ steps: [late, ...steps], command }),
    fire({ id: 'lift' }),
  ]
  await show(board({ incidents: incidents(nobody) }))
  const before = parts()
  expect(lines().some((line) => line.startsWith('指挥'))).toBe(false)
  wall.unmount()
  await show(board({ incidents: incidents(by('何建国')) }))
  expect(parts()).toEqual(before)
  expect(lines().some((line) => line.startsWith('下一步'))).toBe(true)
  expect(lines().at(-1)).toBe('指挥何建国值班领导')
})

it('on a page where there is a single line, that one is for what comes next', async () => {
  const many = ['b', 'c', 'd', 'e'].map((id) => fire({ id }))
  await show(board({ incidents: [fire(), ...many] }))
  expect(lines()).toHaveLength(1)
  expect(lines()[0]).toContain('下一步')
})

it('a post where nobody is known takes no step its line', async () => {
  await show(board({ incidents: [fire({ command: by() })] }))
  expect(lines().filter((line) => line.startsWith('指挥'))).toEqual([])
  wall.unmount()
  await show(board({ incidents: [fire({ command: by(), steps: steps.slice(0, 1) })] }))
  expect(lines().at(-1)).toBe('指挥值班领导')
})

test.each<[string, BoardCommand, ReturnType<typeof commanderIn>]>([
  ['several at the post', by('何建国', '周敏'), { name: '何建国等', post: '值班领导' }],
  ['a post alone', by(), { name: '值班领导', post: '' }],
  ['a unit outside under its own name', by('值班领导'), { name: '值班领导', post: '' }],
  ['a person', named('刘洋'), { name: '刘洋', post: '指挥人员' }],
  ['a person whom walls do not name', named(), null],
  ['nothing that can be read', { ...by(), role: localized('', '') }, null],
])('given %s', (_case, command, shown) => {
  expect(commanderIn(command, 'zh', () => '等')).toEqual(shown)
})
