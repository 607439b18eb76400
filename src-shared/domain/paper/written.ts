/** Texts of a draft: Chinese alone, as the paper is. */

export type WrittenText = { zh: string }

export const localizedOnly = (zh: string): WrittenText => ({ zh })
