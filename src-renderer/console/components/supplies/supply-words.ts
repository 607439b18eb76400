/** The words of supplies, typed, and how one says its quantities and quantities are read. */
import type { SupplyRead } from '#shared/domain/supplies/draw.ts'
import { useMoreWords } from '#renderer/i18n/index.ts'
import { suppliesEn } from '#renderer/i18n/supplies.en.ts'
import { suppliesZh } from '#renderer/i18n/supplies.zh.ts'

export const useSupplyWords = () => useMoreWords('supplies', suppliesZh, suppliesEn)

/** What was typed as a quantity with three decimals at most; undefined: it is none. */
export function typedAmount(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return null
  return /^\d{1,7}(?:\.\d{1,3})?$/.test(typed) ? Number(typed) : undefined
}

/** Name and model, as a supply is called. */
export const supplyName = ({ name, model }: Pick<SupplyRead, 'name' | 'model'>): string =>
  model === null ? name : `${name} ${model}`
