// The lists of a knowledge base: types, networks, themes, tags and years, each in pages of 24.
import fs from "node:fs"

const SIZE = 24
const FACETS = { kinds: "Types", networks: "Netwerken", themes: "Thema's", words: "Trefwoorden", years: "Jaren" }

/** The names of networks and themes: lines of `slug: name`. */
const names = Object.fromEntries(fs.readFileSync("names.yml", "utf8").trim().split("\n").map((line) => line.split(": ")))

function lists(items) {
  const found = new Map()
  for (const item of items) {
    for (const facet of Object.keys(FACETS)) {
      for (const slug of item.data[facet] ?? []) {
        const key = `${facet}/${slug}`
        if (!found.has(key)) found.set(key, { facet, slug, key, name: names[slug] ?? slug, items: [] })
        found.get(key).items.push(item)
      }
    }
  }
  return [...found.values(), { facet: "", key: "lessen", name: "Alles", items }]
}

function pages(list) {
  const total = Math.max(1, Math.ceil(list.items.length / SIZE))
  return Array.from({ length: total }, (_, place) => ({
    ...list, number: place + 1, total, items: list.items.slice(place * SIZE, (place + 1) * SIZE),
    address: place ? `/${list.key}/pagina/${place + 1}/` : `/${list.key}/`,
  }))
}

export default function (config) {
  const newest = (api) => api.getFilteredByTag("items").toSorted((a, b) => b.date - a.date)
  config.addCollection("lists", (api) => lists(newest(api)))
  config.addCollection("listPages", (api) => lists(newest(api)).flatMap(pages))
  config.addFilter("name", (slug) => names[slug] ?? slug)
  config.addFilter("day", (date) => date.toISOString().slice(0, 10))
  config.addFilter("first", (values, count) => values.slice(0, count))
  config.addGlobalData("facets", FACETS)
  config.addPassthroughCopy("content/**/*.{png,pdf}")
  return { dir: { input: "content", includes: "../_includes" }, markdownTemplateEngine: false }
}
