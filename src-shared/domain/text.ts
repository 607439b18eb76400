/**
 * A text for people in both languages of the product. It holds words only: no format, no markup.
 */
export type Text = { zh: string; en: string }

/** Makes a {@link Text}: `text('已完成', 'Done')`. */
export const text = (zh: string, en: string): Text => ({ zh, en })
