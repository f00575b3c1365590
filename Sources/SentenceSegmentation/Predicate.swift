/// Whether words without a mark at their end state something: what tells an unfinished sentence from a title.
///
/// There is no dictionary here. The evidence is the closed class of words that only clauses hold - copulas, auxiliaries,
/// aspect particles, negations, adverbs, final particles - each with the characters beside which it is part of a noun
/// (会 in 峰会, 能 in 智能). What stands before 的 belongs to a noun and counts for nothing, but for the copula.
struct Statement {
  /// Han characters, the Latin words counted as two each.
  private(set) var length = 0
  /// Whether a comma or semicolon stands in the text.
  private(set) var hasPause = false
  /// Whether a word stands in it that only clauses hold.
  private(set) var hasPredicate = false
  /// Whether it ends in a particle that ends sentences: 了, 吗, 呢, 吧.
  private(set) var endsInParticle = false
  /// Whether it begins with a personal pronoun.
  private(set) var beginsWithPronoun = false
  /// The number of Latin words.
  private(set) var latinWords = 0

  /// Reads the text between two offsets.
  init(_ bytes: Bytes, from start: Int, to end: Int) {
    var before: UInt32 = 0
    var index = start
    var found = false
    var copula = false
    var inWord = false
    while index < end {
      let (value, count) = bytes.scalar(at: index)
      let next = bytes.peek(index + count, before: end)
      index += count
      if value.isLatin {
        if !inWord { latinWords += 1 }
        inWord = true
        before = value
        continue
      }
      inWord = false
      switch value {
      case 0xFF0C, 0x2C, 0xFF1B, 0x3B:
        hasPause = true
        hasPredicate = hasPredicate || found || copula
        found = false
        copula = false
      case 0x7684:  // 的
        if next != 0 { found = false } else { found = found || copula }
      default:
        guard value.isHan else { break }
        length += 1
        if before == 0 { beginsWithPronoun = value.isPronoun && next != 0x7684 }
        if value == 0x662F {
          copula = true
        } else if found {
          break
        } else if value.marksClause(after: before, before: next) {
          found = true
        } else if value.isCount, next.isMeasure, length > 3, before.isHan, !before.precedesCount {
          // A verb takes counted things: 折射出三个趋势.
          found = true
        }
        endsInParticle = value.isFinalParticle && next == 0
      }
      before = value
    }
    length += latinWords * 2
    hasPredicate = hasPredicate || found || copula || length == latinWords * 2 && latinWords >= 7
  }
}

extension UInt32 {
  fileprivate var isPronoun: Bool {
    switch Unicode.Scalar(self) {
    case "我", "你", "您", "他", "她", "它", "咱", "这", "這", "那": true
    default: false
    }
  }

  fileprivate var isFinalParticle: Bool {
    switch Unicode.Scalar(self) {
    case "了", "吗", "嗎", "呢", "吧", "啊", "呀", "嘛", "啦": true
    default: false
    }
  }

  fileprivate var isCount: Bool {
    switch Unicode.Scalar(self) {
    case "一", "两", "兩", "二", "三", "四", "五", "六", "七", "八", "九", "十", "几", "幾", "多": true
    default: false
    }
  }

  fileprivate var isMeasure: Bool {
    switch Unicode.Scalar(self) {
    case "个", "個", "种", "種", "点", "點", "条", "條", "项", "項", "件", "款", "家", "位", "次", "步", "类", "類", "场", "場": true
    default: false
    }
  }

  /// A character that stands before a count without being a verb: 第, 这, 每, 前, 以下.
  fileprivate var precedesCount: Bool {
    switch Unicode.Scalar(self) {
    case "的", "第", "这", "這", "那", "每", "前", "后", "後", "上", "下", "之", "和", "与", "與", "近", "约", "約", "超", "十", "百", "千",
      "万",
      "萬", "大":
      true
    default: isCount
    }
  }

  /// Whether the character, between its neighbours, is a word that only clauses hold.
  fileprivate func marksClause(after before: UInt32, before next: UInt32) -> Bool {
    switch Unicode.Scalar(self) {
    case "了", "已", "吗", "嗎", "呢", "吧", "很": true
    case "着", "著":
      !before.isOne(of: "沿名专專原论論") && !next.isOne(of: "力手重陆陸装裝色眼作名")
    case "过", "過":
      !before.isOne(of: "通经經超透渡难難不") && !next.isOne(of: "程去滤渡度户戶期剩年节節关關于於")
    case "有":
      !before.isOne(of: "所私国國公固稀仅僅特享") && !next.isOne(of: "限效机機关關色害序益名氧")
    case "为", "為":
      !before.isOne(of: "华華行作人以因何") && !next.isOne(of: "什何了例主首期止")
    case "会", "會":
      !before.isOne(of: "大峰社协協机機学學委晚开開聚年展商工宴国國理董约約融体體集都") && !next.isOne(of: "议議员員计計展场場所长長谈談话話晤面刊客")
    case "能":
      !before.isOne(of: "智功性可动動技职職节節产產效热熱电電储儲光核潜潛才异異全体體") && !next.isOne(of: "力源量耗效手级級")
    case "要":
      !before.isOne(of: "重主必概摘提纪紀首次紧緊简簡扼机機") && !next.isOne(of: "素点點闻聞件塞领領害义義")
    case "将", "將":
      !before.isOne(of: "大名麻") && !next.isOne(of: "军軍领領士帅帥来來")
    case "把":
      !next.isOne(of: "手控关關")
    case "被":
      !before.isOne(of: "棉") && !next.isOne(of: "子动動告褥")
    case "让", "讓":
      !before.isOne(of: "转轉出")
    case "使":
      !before.isOne(of: "天大驱驅") && !next.isOne(of: "命者节節馆館团團")
    case "得":
      !before.isOne(of: "心所") && !next.isOne(of: "分失")
    case "不":
      !next.isOne(of: "同少良锈鏽动動锈等足")
    case "没", "沒":
      !before.isOne(of: "出沉淹埋") && !next.isOne(of: "落")
    case "也":
      !next.isOne(of: "许許")
    case "都":
      !before.isOne(of: "首成古旧舊京故帝") && !next.isOne(of: "市城会會督柏江")
    case "就":
      !before.isOne(of: "成") && !next.isOne(of: "业業职職近地读讀")
    case "还", "還":
      !before.isOne(of: "归歸偿償返退") && !next.isOne(of: "原款债債贷貸价價")
    case "请", "請":
      !before.isOne(of: "申邀聘") && !next.isOne(of: "柬帖")
    case "给", "給":
      !before.isOne(of: "供补補自配") && !next.isOne(of: "力予养養")
    case "太":
      !next.isOne(of: "阳陽空平原极極太")
    case "正":
      !before.isOne(of: "修改纠糾公真") && !next.isOne(of: "式确確义義常版文面向")
    case "应", "應":
      !before.isOne(of: "反效响響适適供对對相感") && !next.isOne(of: "用对對变變急答")
    case "需":
      !before.isOne(of: "必军軍供内內刚剛") && !next.isOne(of: "求")
    case "说", "說":
      !before.isOne(of: "小传傳学學演游遊解据據") && !next.isOne(of: "明法书書客唱服")
    case "觉", "覺":
      !before.isOne(of: "感视視听聽嗅触觸直自") && !next.isOne(of: "悟")
    case "谈", "談":
      !before.isOne(of: "访訪会會座洽面") && !next.isOne(of: "判话話资資")
    case "如":
      !before.isOne(of: "比例假譬诸諸") && !next.isOne(of: "果何意此")
    case "由":
      !before.isOne(of: "自理经經")
    case "未":
      !next.isOne(of: "来來")
    case "我", "们", "你", "他", "她":
      !next.isOne(of: "的国國军軍")
    case "样", "樣": before.isOne(of: "这這那")
    default: false
    }
  }
}
