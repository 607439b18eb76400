/** The words of the channels of announcements in Chinese; they load with the settings. */
export const outletsZh = {
  says: '大屏、广播、微信群、短信、张贴以外，本单位自己的渠道写在这里，发公告时可以勾选。值守自己不联网发送。',
  add: '添加渠道',
  edit: '修改渠道：{name}',
  none: '还没有自己的渠道。',
  again: '重新读取',
  what: '修改公告渠道',
  list: '公告渠道',
  name: '名称',
  kind: '类型',
  way: '怎么发',
  folder: '存到哪个文件夹',
  folderSays: '写这台机器上的完整路径。公告发布后，值守往里面放一个文本文件；没放成，会自动再试。',
  copySays: '值班员复制公告内容，到那边发出去，再回来点“已发”。',
  programSays: '本单位的程序从值守的接口读到公告，发完回报结果。写法见接口说明。',
  save: '保存',
  remove: '删除渠道',
  editOf: '修改{name}',
  act: '修改',
}

export type OutletWords = typeof outletsZh
