/** The stream of when power-cut sheets come by themselves, as the site has set it last. */
import type { Recorded } from '../decision.ts'
import { defineStream } from '../event-stream.ts'
import * as is from '../form.ts'
import { localized, type Language } from '../text.ts'

/** `everyMinutes`: while an incident runs; null: only when the machine runs on battery. */
export type SheetTimes = { everyMinutes: number | null; language: Language }
export type SheetTimesSet = { type: 'SheetTimesSet' } & SheetTimes

const isLanguage = (value: unknown): value is Language => value === 'zh' || value === 'en'

/** Null while nobody has set any. */
export const sheetTimesStream = defineStream<
  SheetTimes | null,
  SheetTimesSet,
  { 'sheet-times': SheetTimes }
>({
  name: 'sheet-times',
  initial: () => null,
  evolve: (_before, { everyMinutes, language }: Recorded<SheetTimesSet>) => ({
    everyMinutes,
    language,
  }),
  documents: {
    'sheet-times': {
      of: (times) => times,
      name: localized('断电纸的打印间隔', 'how often power-cut sheets are printed'),
      hasForm: is.fields<SheetTimes>({
        everyMinutes: (minutes) => minutes === null || typeof minutes === 'number',
        language: isLanguage,
      }),
    },
  },
})
