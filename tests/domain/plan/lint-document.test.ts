/** What the linter says of a document that a site wrote: what it names exists, and names fit. */
import { describe, expect, it } from 'vitest'
import { lintSiteDocument } from '#shared/domain/plan/lint.ts'
import type { PlanDocument } from '#shared/domain/plan/document.ts'
import { plan, step } from '../../kit/plan.ts'
import { planDocument, planRole as role, zh } from '../../kit/plan-document.ts'

const clause = (id: string) => ({ id, chapter: zh('一'), says: zh('要求') })

const answering = plan('lift-trapped', [step('call', { role: 'head', clause: 'c-01' })], {
  ...{ document: 'lift', types: ['lift.trapped'], commander: 'head' },
})
const OTHERS = [
  {
    id: 'mall',
    roles: [],
    categories: [{ code: 'fire', name: zh('火灾') }],
    types: [{ code: 'fire', name: zh('火灾'), category: 'fire', legal: null, words: [] }],
  },
]
const lint = (part: Partial<PlanDocument>, plans = [answering]): string[] =>
  lintSiteDocument(planDocument({ clauses: [clause('c-01')], ...part }), OTHERS, plans).map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  )

describe('a document', () => {
  it('whose parts all exist and are of use has no finding', () => {
    expect(lint({})).toEqual([])
  })

  it.each([
    ['a commander that is no post', { commander: 'boss' }, 'error unknown-role commander'],
    ['a level that it has not', { level: 3 }, 'error unknown-level level'],
    [
      'a substitute that is no post',
      { roles: [role('head', { substitutes: ['deputy'] })] },
      'error unknown-role roles.head.substitutes',
    ],
    [
      'a post above that is none',
      { roles: [role('head', { under: 'board' })] },
      'error unknown-role roles.head.under',
    ],
    [
      'a clause of a post that is none',
      { roles: [role('head', { clauses: ['c-09'] })] },
      'error unknown-clause roles.head.clauses',
    ],
    [
      'a clause of its pages that is none',
      { principles: [{ says: zh('先救人'), clause: 'c-09' }] },
      'error unknown-clause principles.0.clause',
    ],
    [
      'a post of what is got ready that is none',
      {
        readiness: [
          {
            ...{ id: 'rd-01', what: zh('演练'), kind: 'drill' as const, every: '6mo' },
            ...{ role: 'boss', clause: 'c-01', proposed: false },
          },
        ],
      },
      'error unknown-role readiness.rd-01.role',
    ],
    [
      'a category that nobody has',
      {
        types: [{ code: 'lift.trapped', name: zh('困人'), category: 'x', legal: null, words: [] }],
      },
      'error unknown-category types.lift.trapped.category',
    ],
    [
      'a type of another document',
      {
        types: [
          ...planDocument().types,
          { code: 'fire', name: zh('着火'), category: 'fire', legal: null, words: [] },
        ],
      },
      'error duplicate-type types.fire',
    ],
    [
      'a category that has another name elsewhere',
      { categories: [...planDocument().categories, { code: 'fire', name: zh('着火') }] },
      'error duplicate-type categories.fire',
    ],
    [
      'a name that no roster has room for',
      { roles: [role('head', { name: zh('负责全部电梯日常安全管理和应急救援工作的人员') })] },
      'error name-too-long roles.head.name.zh',
    ],
    [
      'two posts of one name',
      { roles: [role('head'), role('deputy', { name: zh('岗位head'), under: 'head' })] },
      'warning same-name roles.deputy.name',
    ],
    [
      'a clause that nothing comes from',
      { clauses: [clause('c-01'), clause('c-02')] },
      'warning unused-clause clauses.c-02',
    ],
    [
      'a post that nothing needs',
      { roles: [role('head'), role('cleaner')] },
      'warning unused-role roles.cleaner',
    ],
  ])('with %s is told so', (_what, part, finding) => {
    expect(lint(part)).toContain(finding)
  })

  it('whose posts stand above each other in a circle is told so, and one beside the circle is not', () => {
    const roles = [
      role('head', { under: 'deputy' }),
      role('deputy', { under: 'head' }),
      role('guard', { under: 'deputy' }),
    ]
    expect(lint({ roles }).filter((finding) => finding.includes('role-cycle'))).toEqual([
      'error role-cycle roles.head.under',
      'error role-cycle roles.deputy.under',
    ])
  })

  it('of a type that no plan is for is warned of; a draft of one is enough', () => {
    expect(lint({}, [])).toContain('warning type-without-plan types.lift.trapped')
    expect(lint({})).toEqual([])
  })

  it('names the steps of a post that is still undecided, not what is forbidden, until the post has a name', () => {
    const roles = [role('head'), role('lift-p00', { name: zh('岗位待定') })]
    const plans = [
      answering,
      plan('lift-paper', [
        step('lead', { role: 'lift-p00', clause: 'c-01', title: zh('引导消防车') }),
        step('never', { role: 'lift-p00', clause: 'c-01', title: zh('禁止扒门'), prohibits: true }),
      ]),
    ]
    const undecided = (names: PlanDocument['roles']) =>
      lintSiteDocument(planDocument({ clauses: [clause('c-01')], roles: names }), OTHERS, plans)
        .filter(({ code }) => code === 'post-undecided')
        .map(({ severity, path, message }) => [severity, path, message.zh])
    expect(undecided(roles)).toEqual([['warning', 'roles.lift-p00', '还没定由谁做：引导消防车']])
    expect(undecided([role('head'), role('lift-p00', { name: zh('保安') })])).toEqual([])
  })

  it('with more than anybody reads is not looked at any further', () => {
    const roles = Array.from({ length: 301 }, (_, index) => role(`r${index}`))
    expect(lint({ roles, commander: 'boss' })).toEqual(['error too-many roles'])
  })
})
