/** What page and worker say to each other of a photo that is to be made small. */
export type ThumbOrder = { id: number; content: Blob; most: number }
/** `bitmap`: upright; null for what is no picture. */
export type ThumbAnswer = { id: number; bitmap: ImageBitmap | null }
