/**
 * The registers as tables: people, contacts, places, and a month of the duty roster as offices keep
 * it. What is written here can be read again unchanged (`register-import/`); a table to fill in has
 * rows of examples, which are not read.
 */
import type { PhoneKind } from '../roster/register.ts'
import { localized, type LocalizedText } from '../text.ts'
import type { Cell, Column, ReportDocument, Table, Value } from './document.ts'

export const REGISTER_NAMES = {
  people: localized('人员名单', 'People'),
  duty: localized('值班表', 'Duty roster'),
  contacts: localized('通讯录', 'Contacts'),
  places: localized('地点', 'Places'),
  checklists: localized('检查表', 'Checklists'),
  checks: localized('检查记录', 'Checks'),
  attendance: localized('培训签到', 'Training attendance'),
  risks: localized('风险', 'Risks'),
  talks: localized('往来', 'Talks with authorities and partners'),
} as const satisfies Record<string, LocalizedText>
export type RegisterName = keyof typeof REGISTER_NAMES

/** `day`: the local date on which it is written; `month`: of a duty roster. */
export type RegisterHead = {
  site: LocalizedText
  zone: string
  day: string
  month?: string
  template: boolean
}
type Number = { number: string; kind: PhoneKind }
type Named = { id: string; name: LocalizedText }

const KINDS: Readonly<Record<PhoneKind, LocalizedText>> = {
  mobile: localized('手机', 'mobile '),
  desk: localized('办公', 'desk '),
  short: localized('短号', 'short '),
  radio: localized('对讲', 'radio '),
  other: localized('其他', 'other '),
}
const NONE = localized('说明：还没有登记', 'Note: nothing is registered yet')
const YES = localized('是', 'Yes')

const column = (id: string, zh: string, en: string): Column => ({
  id,
  title: localized(zh, en),
  kind: 'text',
})
const cell = (value: Value): Cell => ({ value: value === '' ? null : value })
const joined = (texts: readonly LocalizedText[]): Value =>
  texts.length === 0
    ? null
    : localized(texts.map(({ zh }) => zh).join('、'), texts.map(({ en }) => en).join(', '))
const both = (text: string): LocalizedText => localized(text, text)

/** Numbers in their order; of which kind one is stands before it where its form does not tell. */
export const numbersText = (
  numbers: readonly Number[],
  guessed: (number: string) => string,
): Value =>
  joined(
    numbers.map(({ number, kind }) => {
      const word = guessed(number) === kind ? null : KINDS[kind]
      return word ? localized(`${word.zh}${number}`, `${word.en}${number}`) : both(number)
    }),
  )

/** A register as a document of one table. */
export function documentOf(
  register: RegisterName,
  { site, zone, day, month, template }: RegisterHead,
  table: Pick<Table, 'columns' | 'rows'>,
): ReportDocument {
  const name = REGISTER_NAMES[register]
  const of = month === undefined ? name : localized(`${name.zh}${month}`, `${name.en} ${month}`)
  return {
    kind: 'register',
    name: `${register}-${template ? 'template' : (month ?? day)}`,
    title: of,
    lines: [site],
    mark: null,
    zone,
    sections: [
      {
        id: register,
        title: of,
        words: [],
        tables: [{ id: register, title: of, empty: NONE, ...table }],
        charts: [],
      },
    ],
  }
}

const PEOPLE = [
  column('name', '姓名', 'Name'),
  column('phone', '电话', 'Phone'),
  column('post', '岗位', 'Post'),
  column('group', '小组', 'Group'),
]
export type PeopleTable = {
  persons: readonly {
    id: string
    name: string
    phones: readonly Number[]
    posts: readonly string[]
    left: boolean
  }[]
  posts: readonly Named[]
  groups: readonly { name: LocalizedText; members: readonly string[] }[]
}

/** `guessed`: what kind of number one is, as far as its form tells. */
export function peopleDocument(
  { persons, posts, groups }: PeopleTable,
  head: RegisterHead,
  guessed: (number: string) => string,
): ReportDocument {
  const rows = head.template
    ? [
        [
          cell(localized('示例：王小明', 'Example: Wang Xiaoming')),
          cell(localized('13800000001、短号6001', '13800000001, short 6001')),
          cell(localized('值班员', 'Duty officer')),
          cell(localized('抢险组', 'Rescue group')),
        ],
        ...posts.map(({ name }) => [cell(null), cell(null), cell(name), cell(null)]),
      ]
    : persons
        .filter(({ left }) => !left)
        .map((person) => [
          cell(person.name),
          cell(numbersText(person.phones, guessed)),
          cell(
            joined(person.posts.flatMap((id) => posts.find((post) => post.id === id)?.name ?? [])),
          ),
          cell(
            joined(
              groups.flatMap(({ name, members }) => (members.includes(person.id) ? [name] : [])),
            ),
          ),
        ])
  return documentOf('people', head, { columns: PEOPLE, rows })
}

export type DutyTable = {
  shifts: readonly (Named & { posts: readonly string[] })[]
  posts: readonly Named[]
  days: readonly {
    date: string
    shiftId: string
    postId: string
    persons: readonly { name: string }[]
  }[]
}

/** `dates`: of the month, in order. Shifts and posts down, days across, names in the cells. */
export function dutyDocument(
  { shifts, posts, days }: DutyTable,
  head: RegisterHead,
  dates: readonly string[],
): ReportDocument {
  const names = new Map(posts.map(({ id, name }) => [id, name]))
  const entered = new Map(
    days.map((entry) => [
      JSON.stringify([entry.date, entry.shiftId, entry.postId]),
      entry.persons.map(({ name }) => both(name)),
    ]),
  )
  const example = ['王小明、李小红', '王小明'].map(both)
  const rows = shifts.flatMap((shift) =>
    shift.posts.map((postId) => [
      cell(shift.name),
      cell(names.get(postId) ?? postId),
      ...dates.map((date) =>
        cell(
          head.template
            ? null
            : joined(entered.get(JSON.stringify([date, shift.id, postId])) ?? []),
        ),
      ),
    ]),
  )
  const examples = [
    [
      cell(localized('示例：白班', 'Example: Day')),
      cell(localized('监控岗', 'Monitor')),
      ...dates.map((_date, index) => cell(example[index] ?? null)),
    ],
  ]
  return documentOf('duty', head, {
    columns: [
      column('shift', '班次', 'Shift'),
      column('post', '岗位', 'Post'),
      ...dates.map((date) => column(date, date, date)),
    ],
    rows: head.template ? [...examples, ...rows] : rows,
  })
}

const CONTACTS = [
  column('name', '单位名称', 'Name'),
  column('category', '类别', 'Category'),
  column('phone', '电话', 'Phone'),
  column('allHours', '24小时', 'Day and night'),
  column('place', '对应地点', 'Place'),
  column('note', '备注', 'Note'),
]
export type ContactsTable = {
  contacts: readonly {
    name: string
    category: LocalizedText
    numbers: readonly Number[]
    allHours: boolean
    place: string | null
    note: string
  }[]
  /** Categories of which a plan needs a number that is not on file. */
  missing: readonly LocalizedText[]
}

export function contactsDocument(
  { contacts, missing }: ContactsTable,
  head: RegisterHead,
  guessed: (number: string) => string,
): ReportDocument {
  const rows = head.template
    ? [
        [
          cell(localized('示例：滨江消防救援站', 'Example: Riverside fire station')),
          cell(localized('消防救援', 'Fire and rescue')),
          cell('0571-88000119'),
          cell(YES),
          cell(null),
          cell(null),
        ],
        [
          cell(localized('示例：金桥物业', 'Example: Golden Bridge Property')),
          cell(localized('物业', 'Property company')),
          cell(localized('13800000010、0571-88000010', '13800000010, 0571-88000010')),
          cell(null),
          cell(localized('金桥花园', 'Golden Bridge Garden')),
          cell(null),
        ],
        ...missing.map((name) => [
          cell(null),
          cell(name),
          ...CONTACTS.slice(2).map(() => cell(null)),
        ]),
      ]
    : contacts.map((contact) => [
        cell(contact.name),
        cell(contact.category),
        cell(numbersText(contact.numbers, guessed)),
        cell(contact.allHours ? YES : null),
        cell(contact.place),
        cell(contact.note),
      ])
  return documentOf('contacts', head, { columns: CONTACTS, rows })
}

const PLACES: readonly Column[] = [
  column('name', '名称', 'Name'),
  column('kind', '种类', 'Kind'),
  { id: 'size', title: localized('人数或户数', 'Size'), kind: 'count' },
  column('within', '所在地点', 'Within'),
  column('aliases', '别名', 'Aliases'),
  column('area', '片区', 'Area'),
  column('private', '住家', 'Private'),
  column('property', '物业单位', 'Property firm'),
  column('contactPost', '联络人岗位', 'Contact person (post)'),
]
export type PlacesTable = {
  places: readonly {
    name: string
    kind: LocalizedText
    size: number | null
    within: string | null
    aliases: readonly string[]
    area: string | null
    private: boolean
    property: string | null
    contactPost: LocalizedText | null
  }[]
}

export function placesDocument({ places }: PlacesTable, head: RegisterHead): ReportDocument {
  const rows = head.template
    ? [
        [
          cell(localized('示例：金桥花园', 'Example: Golden Bridge Garden')),
          cell(localized('小区', 'Estate')),
          cell(1200),
          cell(null),
          cell(localized('金桥一期、老金桥', 'Golden Bridge I, Old Golden Bridge')),
          cell(localized('东片', 'East')),
          cell(null),
          cell(localized('金桥物业', 'Golden Bridge Property')),
          cell(null),
        ],
        [
          cell(localized('示例：接待室', 'Example: Reception')),
          cell(localized('房间', 'Room')),
          cell(20),
          cell(localized('一号营业厅', 'Hall one')),
          ...PLACES.slice(4, -1).map(() => cell(null)),
          cell(localized('大堂经理', 'Hall manager')),
        ],
      ]
    : places.map((place) => [
        cell(place.name),
        cell(place.kind),
        cell(place.size),
        cell(place.within),
        cell(joined(place.aliases.map(both))),
        cell(place.area),
        cell(place.private ? YES : null),
        cell(place.property),
        cell(place.contactPost),
      ])
  return documentOf('places', head, { columns: PLACES, rows })
}
