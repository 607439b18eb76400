/** Tests the organisation of a document as a tree. */
import { describe, expect, it } from 'vitest'
import { treeOf, type TreeLine } from '#renderer/console/pages/plans/document/org-tree.ts'
import type { Role } from '#shared/domain/plan/plan.ts'
import { localized } from '#shared/domain/text.ts'

const role = (id: string, under: string | null = null, part: Partial<Role> = {}): Role => ({
  id,
  name: localized(id, id),
  aliases: [],
  duty: null,
  substitutes: [],
  kind: 'person',
  under,
  ...part,
})
const SIGNS = { through: '│', branch: '├', end: '└', none: ' ' } as const
const drawn = (lines: readonly TreeLine[]): string[] =>
  lines.map((line) => line.rules.map((rule) => SIGNS[rule]).join('') + line.role.id)

describe('the organisation as a tree', () => {
  it('draws who is under whom, with lines that go through and end where they should', () => {
    const roles = [
      role('head'),
      role('a', 'head'),
      role('a1', 'a'),
      role('a2', 'a'),
      role('b', 'head'),
      role('b1', 'b'),
    ]
    expect(drawn(treeOf(roles, 'head').inside)).toEqual([
      'head',
      '├a',
      '│├a1',
      '│└a2',
      '└b',
      ' └b1',
    ])
  })

  it('begins with the branch of who commands, then other branches, then posts that stand alone', () => {
    const roles = [
      role('guard'),
      role('other'),
      role('under-other', 'other'),
      role('top'),
      role('commander', 'top'),
    ]
    expect(drawn(treeOf(roles, 'commander').inside)).toEqual([
      'top',
      '└commander',
      'other',
      '└under-other',
      'guard',
    ])
  })

  it('keeps units outside apart, unless they stand under a group of the site', () => {
    const roles = [
      role('head'),
      role('fire', null, { kind: 'external' }),
      role('expert', 'head', { kind: 'external' }),
    ]
    const { inside, outside } = treeOf(roles, 'head')
    expect([drawn(inside), drawn(outside)]).toEqual([['head', '└expert'], ['fire']])
  })

  it('loses nobody: a group that is not there, and posts that are under each other', () => {
    const roles = [role('lost', 'nowhere'), role('x', 'y'), role('y', 'x')]
    expect(drawn(treeOf(roles, 'nobody').inside)).toEqual(['lost', 'x', '└y'])
  })
})
