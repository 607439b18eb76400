/** A document as its form makes it: ids that nobody types, categories in place, clauses by line. */
import { describe, expect, it } from 'vitest'
import type { TypeSummary } from '#shared/contract/plans.ts'
import { DocumentFile } from '#shared/contract/document-file.ts'
import { localized } from '#shared/domain/text.ts'
import {
  categoryNamed,
  withoutUnusedCategories,
} from '#renderer/console/pages/plans/document/edit/draft/categories.ts'
import {
  DOCUMENT_FORM,
  type EditedDocument,
} from '#renderer/console/pages/plans/document/edit/draft/document-draft.ts'
import {
  followRole,
  mentionsOfClause,
  mentionsOfRole,
} from '#renderer/console/pages/plans/document/edit/draft/named-in.ts'
import {
  newClause,
  newClauseId,
  newContact,
  newDocument,
  newRoleId,
  newTypeId,
} from '#renderer/console/pages/plans/document/edit/draft/new-rows.ts'
import { pastedClauses } from '#renderer/console/pages/plans/document/edit/draft/pasted-clauses.ts'
import { rowAdded, rowRenamed } from '#renderer/console/pages/plans/document/edit/draft/rows.ts'
import { documentIdOf } from '#shared/domain/plan/document-id.ts'
import { typeSummary } from './plans.ts'

const lift = (): EditedDocument =>
  newDocument('dtyjya', { zh: '电梯应急预案', en: '' }, ['mall', 'government-hall'])

describe('a new document', () => {
  it('has four levels, and is whole once a post and a clause stand in it', () => {
    const draft = lift()
    expect(Object.keys(draft.levels)).toEqual(['1', '2', '3', '4'])
    expect(draft.level).toBe(4)
    draft.roles = { keeper: { name: { zh: '保安', en: '' } } }
    draft.commander = 'keeper'
    draft.clauses = { 'dtyjya-01': { ...newClause(undefined), quote: '先安抚被困人员' } }
    const read = DocumentFile.safeParse(DOCUMENT_FORM.write(draft))
    expect(read.error?.issues).toBeUndefined()
  })

  it('is written without what nobody has written, and opens again as it was', () => {
    const written = DOCUMENT_FORM.write(lift())
    expect(Object.keys(written)).toEqual([
      ...['id', 'title', 'siteKinds', 'commander', 'levels', 'level', 'roles', 'clauses'],
    ])
    expect(written.title).toEqual({ zh: '电梯应急预案' })
    expect(DOCUMENT_FORM.write(DOCUMENT_FORM.open(written).draft)).toEqual(written)
  })

  it('says where a clause stands by the number of its paper, and follows when that changes', () => {
    const draft = lift()
    draft.clauses = {
      a: { ...newClause(undefined), number: '第三条', quote: '先安抚。' },
      b: { ...newClause(undefined), quote: '再救援。' },
      c: { chapter: { zh: '附则', en: '' }, quote: '自印发之日起施行。' },
    }
    const chapters = (of: EditedDocument) =>
      Object.values(DOCUMENT_FORM.write(of).clauses as EditedDocument['clauses']).map(
        ({ chapter }) => chapter.zh,
      )
    expect(chapters(draft)).toEqual(['第三条', '2', '附则'])
    const again = DOCUMENT_FORM.open(DOCUMENT_FORM.write(draft)).draft
    again.clauses.a!.number = '第四条'
    expect(chapters(again)).toEqual(['第四条', '2', '附则'])
  })

  it('keeps pages that the form does not show', () => {
    const raw = {
      ...DOCUMENT_FORM.write(lift()),
      supplies: [{ what: { zh: '撬棍' }, kind: 'tool', clause: 'dtyjya-01' }],
    }
    const { draft, lost } = DOCUMENT_FORM.open(raw)
    expect(lost).toEqual([])
    expect(DOCUMENT_FORM.write(draft).supplies).toEqual(raw.supplies)
  })
})

describe('ids', () => {
  const syllables = (text: string): readonly string[] =>
    [...text].flatMap((sign) => ({ 电: 'dian', 梯: 'ti', 预: 'yu', 案: 'an' })[sign] ?? [])

  it.each([
    ['电梯预案', 'dtya'],
    ['Lift plans', 'lift-plans'],
    ['3号电梯', 'dt'],
    ['※', 'document'],
  ])('of a document called %s is %s', (name, id) => {
    expect(documentIdOf(name, syllables, () => false)).toBe(id)
  })

  it('of a second document of that name has a number', () => {
    expect(documentIdOf('电梯预案', syllables, (id) => ['dtya', 'dtya-2'].includes(id))).toBe(
      'dtya-3',
    )
  })

  it('of rows begin with the document, so that no two documents of a site share one', () => {
    const draft = lift()
    expect([newRoleId(draft), newTypeId(draft), newClauseId(draft)]).toEqual([
      ...['dtyjya-p01', 'dtyjya-t01', 'dtyjya-01'],
    ])
    draft.clauses = { 'dtyjya-01': newClause(undefined), 'dtyjya-07': newClause(undefined) }
    expect(newClauseId(draft)).toBe('dtyjya-08')
  })

  it('of a clause fit where the id of the document is long', () => {
    const draft = { ...lift(), id: `d${'x'.repeat(59)}` }
    expect(newClauseId(draft).length).toBeLessThanOrEqual(40)
  })
})

describe('the category of a type', () => {
  const types: readonly TypeSummary[] = [
    typeSummary('a', { category: 'equipment', categoryName: localized('设备故障', 'Equipment') }),
  ]

  it('is one that the site counts by, where it is called so: both are one figure', () => {
    const draft = lift()
    expect(categoryNamed(draft, '设备故障', types, 'zh')).toBe('equipment')
    expect(draft.categories).toEqual({ equipment: { zh: '设备故障', en: 'Equipment' } })
  })

  it('is a new one for a name that nobody has, and the same for the same name', () => {
    const draft = lift()
    const code = categoryNamed(draft, '电梯', types, 'zh')
    expect(code).toBe('dtyjya-k01')
    expect(categoryNamed(draft, '电梯', types, 'zh')).toBe(code)
    expect(categoryNamed(draft, '', types, 'zh')).toBe('')
  })

  it('goes with the last type that lies under it', () => {
    const draft = lift()
    draft.types = {
      a: { name: { zh: '困人', en: '' }, category: categoryNamed(draft, '电梯', types, 'zh') },
    }
    categoryNamed(draft, '扶梯', types, 'zh')
    expect(Object.values(withoutUnusedCategories(draft)).map(({ zh }) => zh)).toEqual(['电梯'])
  })
})

describe('a pasted list of clauses', () => {
  it('is cut by line, and the number of each goes before its words', () => {
    expect(
      pastedClauses(
        [
          '第一条 为规范电梯困人处置，制定本预案。',
          '',
          '（二）接报后30分钟内到场。',
          '3. 不得强行扒门。',
          '3.2 联系维保单位。',
          '四、善后',
          '通知家属。',
          '2026年起施行',
        ].join('\r\n'),
      ),
    ).toEqual([
      { number: '第一条', quote: '为规范电梯困人处置，制定本预案。' },
      { number: '（二）', quote: '接报后30分钟内到场。' },
      { number: '3', quote: '不得强行扒门。' },
      { number: '3.2', quote: '联系维保单位。' },
      { number: '四', quote: '善后' },
      { number: null, quote: '通知家属。' },
      { number: null, quote: '2026年起施行' },
    ])
  })

  it('keeps a line that is only a number as it stands, and no more than a clause may have', () => {
    expect(pastedClauses('第二条')).toEqual([{ number: null, quote: '第二条' }])
    expect(pastedClauses('长'.repeat(3000))[0]?.quote).toHaveLength(2000)
  })
})

describe('rows', () => {
  it('come in behind another, or at the end', () => {
    expect(Object.keys(rowAdded({ a: 1, b: 2 }, 'a', 'c', 3))).toEqual(['a', 'c', 'b'])
    expect(Object.keys(rowAdded({ a: 1, b: 2 }, null, 'c', 3))).toEqual(['a', 'b', 'c'])
  })

  it('a post that gets the id of the register is followed by whoever names it', () => {
    const draft = lift()
    draft.commander = 'own'
    draft.roles = {
      own: { name: { zh: '保安', en: '' } },
      other: { name: { zh: '工程', en: '' }, under: 'own', substitutes: ['own'] },
    }
    expect(mentionsOfRole(draft, 'own')).toBe(3)
    draft.roles = rowRenamed(draft.roles, 'own', 'guards')
    followRole(draft, 'own', 'guards')
    expect(Object.keys(draft.roles)).toEqual(['guards', 'other'])
    expect(draft.roles.other).toMatchObject({ under: 'guards', substitutes: ['guards'] })
    expect(draft.commander).toBe('guards')
  })

  it('a clause is counted wherever the document names it', () => {
    const draft = lift()
    draft.clauses = { 'dtyjya-01': newClause(undefined) }
    draft.contacts = [newContact(draft)]
    expect(draft.contacts[0]?.clause).toBe('dtyjya-01')
    expect(mentionsOfClause(draft, 'dtyjya-01')).toBe(1)
  })
})
