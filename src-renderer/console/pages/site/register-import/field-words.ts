/** How the fields of a list are called, which is not the same in every register. */
import type { ListField, ListRegister } from '#shared/domain/register-import/list-heads.ts'
import { useRegisterImportWords } from './register-import-words.ts'

/** Fields that a register calls otherwise than the others. */
const CALLED = [
  ...(['checks-name', 'checks-person', 'checks-place'] as const),
  ...(['risks-name', 'risks-kind', 'risks-place', 'risks-day'] as const),
  ...(['talks-name', 'talks-kind', 'talks-person'] as const),
  ...(['attendance-name', 'attendance-place'] as const),
] as const

export function useFieldWords(register: ListRegister): (field: ListField) => string {
  const t = useRegisterImportWords()
  return (field) => {
    const its = CALLED.find((key) => key === `${register}-${field}`)
    return its ? t(`fieldOf.${its}`) : t(`field.${field}`)
  }
}
