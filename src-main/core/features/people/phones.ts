/** Telephones of a person, as the record has them and as they are read. */
import type { Parsed } from '#shared/contract/contract.ts'
import type { PhoneRead } from '#shared/contract/people.ts'
import { phoneKindOf } from '#shared/domain/roster/phone-kind.ts'
import type { Phone } from '#shared/domain/roster/register.ts'
import type { StationContext } from '../handler.ts'
import { opened, type RegisterWork } from './register.ts'

/** Numbers as the record has them; of which kind one is tells its form, where nobody says. */
export const phonesOf = (
  phones: Parsed<'people/person-set'>['phones'],
  known: readonly Phone[],
  { like }: Pick<RegisterWork, 'like'>,
): readonly Phone[] =>
  phones.map(({ number, kind }) => ({
    number: like(
      number,
      known.map((phone) => phone.number),
    ),
    kind: kind ?? phoneKindOf(number),
  }))

/** Of what a roster has given only the number is known: its form tells the kind. */
export function phonesRead(
  phones: readonly Phone[],
  context: Pick<StationContext, 'memory'>,
): readonly PhoneRead[] {
  return phones.map(({ number, kind }) => {
    const plain = opened(number, context)
    return { number: plain, kind: kind === 'other' ? phoneKindOf(plain) : kind }
  })
}
