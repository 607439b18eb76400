/** The words of the settings page in Chinese; they are loaded with it. */
export const siteZh = {
  join: '、', again: '再读一次',
  title: '设置', parts: '本页各部分', save: '保存', sending: '正在保存', saved: '已保存', discard: '撤销改动',
  first: {
    title: '先说明这是什么单位',
    kinds: '值守按单位类型装入预案、事件类型、岗位和响应级别；接报时只从这些预案里提出建议。',
    later: '可以选几类，以后在“设置”里随时增减；现在不选也能用，只是各类单位的预案都在。',
    zone: '时区决定月份、工作日和节假日怎么算；报过第一起事件后就不能再改。',
    save: '保存并装入预案', notNow: '以后再说', choose: '先选一类单位',
  },
  done: { title: '已设置', says: '装入预案{plans}份、事件类型{types}种、岗位{posts}个。', plans: '看预案', now: '回到当前' },
  form: {
    title: '单位', name: '名称', nameEn: '英文名称', nameEnHint: '不填则两种语言同名', kinds: '单位类型', kindsSays: '可以多选', plans: '{count}份预案', noPlans: '还没有预案',
    zone: '时区', zoneHint: '例如Asia/Shanghai', zoneUnknown: '没有这个时区', zoneFixed: '已有事件按这个时区计入月份和假日，不能再改', needName: '名称不能为空', needKind: '至少选一类',
  },
  loaded: {
    title: '已装入', plans: '预案', types: '事件类型', posts: '岗位和组', groups: '其中组{count}个', documents: '文件', levels: '响应级别', count: '{count}份预案', none: '这类单位还没有预案。可以加一类单位，或在“预案”里自己编写。',
  },
  roster: {
    title: '值班表', says: '谁在哪个岗位，电话多少。拨号、负责人和告警升级都从这里取。', none: '还没有值班表：告警仍会告知每一级岗位，只是没有姓名和电话。', noPosts: '没有预案，也就没有岗位。先选单位类型。',
    person: '姓名', phone: '电话', personOf: '{post}的姓名', phoneOf: '{post}的电话', add: '加一人', addTo: '给{post}加一人', remove: '去掉', removeOf: '从{post}去掉{person}', group: '组', external: '外部单位', left: '其他岗位', leftSays: '现在的预案用不到',
    vacant: '{count}个岗位没有人。', vacantSays: '告警轮到这些岗位时会立刻跳过，转给上一级。', onlyVacant: '只看没有人的岗位', noneVacant: '每个岗位都有人。', noName: '有电话没有姓名：{posts}', nobody: '值班表不能全空：至少填一个人', full: '每个岗位最多{count}人', changed: '别处刚改过值班表；保存会以这里的为准。',
  },
  past: { title: '历史事件', says: '有以前的台账，可以补录成历史事件，第一天就有同比。', link: '补录历史事件' },
  wall: {
    title: '大屏地址', says: '在本机的浏览器里打开，不用登录，只能看。值守重启后要用新地址。', none: '现在打不开大屏：本机的端口都用不了。', address: '地址', copy: '复制', copied: '已复制', copyByHand: '已选中，请按Ctrl+C',
    language: '语言', theme: '配色', dark: '暗色', light: '亮色', privacy: '公共场所：只显示地点和类别，不显示姓名', distance: '最远观看距离（米）', width: '屏幕宽度（毫米）', both: '距离和宽度都填，字号才按距离放大', positive: '填大于零的数',
  },
  report: {
    title: '月报', says: '每月结束后，到次月1日的这个时刻自动生成草稿；关机错过的，开机后补上。', hour: '生成时刻', copy: '另存一份到文件夹', folder: '文件夹（完整路径，须已存在）', formats: '格式', language: '语言', save: '保存', saved: '已保存', cannot: '这台机器不能写文件',
  },
}

export type SiteWords = typeof siteZh
