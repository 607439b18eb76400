/**
 * A text for people in both languages of the product. It holds words only: no format, no markup.
 */
export type LocalizedText = { zh: string; en: string }

/** Makes a {@link LocalizedText}: `text('已完成', 'Done')`. */
export const localized = (zh: string, en: string): LocalizedText => ({ zh, en })
