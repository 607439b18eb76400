/** Who is the same person: in rosters of an older program, and in lists that somebody sends. */
import { describe, expect, it } from 'vitest'
import { identifying, registerOf } from '#shared/domain/roster/identify.ts'
import { whoIsWho } from '#shared/domain/roster/who-is-who.ts'
import { postsOf } from '#shared/domain/roster/stream.ts'
import type { Open } from '#shared/domain/sealed.ts'

const seal = (sealed: string) => ({ sealed })
/** Digest `x1`, `x2`… are all of the value `x`; `gone` was purged. */
const open: Open = ({ sealed }) => (sealed === 'gone' ? null : sealed.replace(/\d$/, ''))
const posts = {
  head: [{ person: seal('周敏1'), phone: seal('138-1') }],
  guard: [
    { person: seal('周敏2'), phone: seal('138-2') },
    { person: seal('周敏3'), phone: seal('139-3') },
    { person: seal('gone'), phone: '' as const },
  ],
  safety: [
    { person: '李娜', phone: '' as const },
    { person: seal('gone'), phone: '' as const },
  ],
}

describe('a roster of an older program', () => {
  it('has everybody once: by name and number; what was purged is nobody else’s', () => {
    const { persons } = identifying(posts, open)
    expect(persons).toEqual({
      guard: ['roster-1', 'roster-2', 'roster-3'],
      head: ['roster-1'],
      safety: ['roster-4', 'roster-5'],
    })
    const register = registerOf(posts, open)
    expect(register.persons).toHaveLength(5)
    expect(register.persons[0]?.phones, 'one number under one seal').toEqual([
      { number: seal('138-2'), kind: 'other' },
    ])
  })

  it('is the same roster afterwards, and what it had in clear is sealed where it is written', () => {
    const event = identifying(posts, open, (value) =>
      typeof value === 'string' && value !== '' ? seal(`${value}9`) : value,
    )
    const opened = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
        typeof part === 'object' && part !== null && 'sealed' in part
          ? open(part as { sealed: string })
          : part,
      )
    expect(opened(event.posts)).toEqual(opened(posts))
    expect(event.posts.safety?.[0]?.person).toEqual(seal('李娜9'))
    expect(opened(postsOf(registerOf(posts, open)))).toEqual(opened(posts))
  })
})

describe('the names of a list', () => {
  const known = [
    { id: 'a', name: '周敏', phones: ['138', '8001'] },
    { id: 'b', name: '张伟', phones: ['136'] },
    { id: 'c', name: '张伟', phones: ['137'] },
  ]
  const ids = (...entries: readonly (readonly [string, string])[]) => {
    let next = 0
    return whoIsWho(
      entries.map(([name, phone]) => ({ name, phone })),
      known,
      () => `new-${(next += 1)}`,
    )
  }

  it.each([
    [
      'by any of their numbers',
      [
        ['周敏', '8001'],
        ['周敏', '138'],
      ],
      ['a', 'a'],
    ],
    ['without a number, by the name', [['周敏', '']], ['a']],
    ['with a new number, where nobody else has the name', [['周敏', '139']], ['a']],
    [
      'with that number twice',
      [
        ['周敏', '139'],
        ['周敏', '139'],
      ],
      ['a', 'a'],
    ],
    [
      'of two of one name by the number',
      [
        ['张伟', '137'],
        ['张伟', '136'],
      ],
      ['c', 'b'],
    ],
    ['of two of one name without a number, always the same', [['张伟', '']], ['b']],
    ['a third of that name is new', [['张伟', '135']], ['new-1']],
    [
      'a second of a name beside the one that is meant',
      [
        ['周敏', '138'],
        ['周敏', '139'],
      ],
      ['a', 'new-1'],
    ],
    [
      'somebody new is new once',
      [
        ['赵五', '1'],
        ['赵五', '1'],
        ['赵五', '2'],
      ],
      ['new-1', 'new-1', 'new-2'],
    ],
  ] as const)('%s', (_what, entries, expected) => {
    expect(ids(...entries)).toEqual(expected)
  })

  it('namesakes with one number stay at the posts that each of them holds', () => {
    const desk = (id: string, ...posts: readonly string[]) => ({
      ...{ id, name: '王伟', phones: ['8800'], posts },
    })
    const roster = (...posts: readonly string[]) =>
      whoIsWho(
        posts.map((post) => ({ name: '王伟', phone: '8800', post })),
        [desk('a', 'desk', 'door'), desk('b', 'desk', 'gate')],
        () => 'new',
      )
    expect(roster('desk', 'desk', 'door', 'gate')).toEqual(['a', 'b', 'a', 'b'])
    expect(roster('stairs', 'gate')).toEqual(['a', 'b'])
    expect(roster('desk', 'desk', 'desk')).toEqual(['a', 'b', 'a'])
  })
})
