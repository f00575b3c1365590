import Foundation
import FrontMatterParsing
import TextOffsets
import Yams

/// `measure front-matter JOB PAGES`: one job on every page of a file with a JSON string on each line.
///
/// `find` looks for the block, `read` reads it into the typed tree, `decode` into a `Decodable` type, `edit` reads the page
/// and changes its title; `yams` reads with Yams what our search has cut out.
func frontMatterRound(_ arguments: [String]) throws -> Measure.Round {
  guard arguments.count == 2 else { throw Complaint("usage: measure front-matter JOB PAGES") }
  let pages = try text(ofFile: arguments[1]).split(separator: "\n").map {
    var page = try JSONDecoder().decode(String.self, from: Data($0.utf8))
    page.makeContiguousUTF8()
    return page
  }
  let job: (String) throws -> PageFigures
  switch arguments[0] {
  case "find": job = { page in PageFigures(bytes: FrontMatter.Block(in: page)?.bodyRange.start ?? 0) }
  case "read": job = readPage
  case "decode": job = decodePage
  case "edit": job = editPage
  case "yams": job = readPageWithYams
  default: throw Complaint("unknown job '\(arguments[0])'")
  }
  return {
    var sum = PageFigures()
    for page in pages {
      let figures = try job(page)
      sum.entries += figures.entries
      sum.bytes += figures.bytes
    }
    return ["documents": pages.count, "entries": sum.entries, "bytes": sum.bytes]
  }
}

/// What a job found on a page, so that a wrong result shows: entries of the block, and UTF-8 bytes of the title.
private struct PageFigures {
  var entries = 0
  var bytes = 0
}

private func readPage(_ page: String) throws -> PageFigures {
  guard let data = try FrontMatter(in: page)?.data else { return PageFigures() }
  return PageFigures(entries: data.count, bytes: data["title"]?.string?.utf8.count ?? 0)
}

private func readPageWithYams(_ page: String) throws -> PageFigures {
  guard let block = FrontMatter.Block(in: page),
    let data = try Yams.load(yaml: String(page[block.contentRange])) as? [String: Any]
  else { return PageFigures() }
  return PageFigures(entries: data.count, bytes: (data["title"] as? String)?.utf8.count ?? 0)
}

/// The metadata of both shapes of pages.
private struct ArticleMatter: Decodable {
  let title: String
  let date: FrontMatter.Timestamp?
  let published: FrontMatter.Timestamp?
  let summary: String?
  let author: String?
  let source: String?
  let link: String?
  let categories: [String]?
  let tags: [String]?
  let comments: Bool?
  let weight: Int?
  let widgets: [String]?

  enum CodingKeys: String, CodingKey {
    case title, date, summary, categories, tags, comments, weight, widgets
    case published = "发布日期"
    case author = "作者"
    case source = "来源"
    case link = "原文链接"
  }
}

private func decodePage(_ page: String) throws -> PageFigures {
  guard let matter = try FrontMatter(in: page)?.decode(ArticleMatter.self) else { return PageFigures() }
  let texts = [matter.summary, matter.author, matter.source, matter.link].count { $0 != nil }
  let lists = [matter.categories, matter.tags, matter.widgets].reduce(0) { $0 + ($1?.count ?? 0) }
  let dates = [matter.date, matter.published].count { $0?.date != nil }
  let rest = (matter.comments == nil ? 0 : 1) + (matter.weight == nil ? 0 : 1)
  return PageFigures(entries: texts + lists + dates + rest, bytes: matter.title.utf8.count)
}

private func editPage(_ page: String) throws -> PageFigures {
  var editor = try FrontMatterEditor(page)
  try editor.set("title", to: "换过的标题")
  return PageFigures(entries: editor.matter?.data.count ?? 0, bytes: editor.text.utf8.count)
}
