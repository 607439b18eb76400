/** The words of the files of plans and plan documents, in Chinese; they load with what shows them. */
export const attachmentsZh = {
  title: '附件（图和文件）',
  says: '平面图、线路图、照片、纸质原件：随预案保存，处置时在控制台就能打开，处置卡上印出名称。',
  none: '还没有附件。点“选择文件”，或把文件拖到这一页。',
  ofDocument: '整份《{title}》的附件',
  toDocument: '在预案文件页增减',
  count: '附件{count}',
  open: '打开《{plan}》的附件，共{count}个',
  openTitle: '附件：{plan}',
  withdrawSays: '不再用了才撤下，原因记在预案里；撤下的还能放回，以前批准的各版仍查得到。',
  renameTitle: '改名：{name}',
  name: '名称',
  save: '保存',
  thenHad: '批准时的附件：{names}',
}
export type AttachmentsWords = typeof attachmentsZh
