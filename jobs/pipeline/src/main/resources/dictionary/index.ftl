<#ftl output_format="plainText"><#function cell text><#return text?replace("|", "\\|")?replace("\\s+", " ", "r")></#function>
# Data dictionary

What every table of the lake holds, whom it is about and how long it lives. Written from `conf/catalog` under the
notice ${notice.id()}, ${notice.publication().title()} (${notice.publication().document()}) by `recordlake catalog dictionary`.
<#list shelves as shelf>

## ${shelf.zone()?cap_first}

${shelf.purpose()}

| Table | Grain | Description |
|---|---|---|
<#list shelf.tables() as table>
| [${table.name()}](${shelf.zone()}/${table.name()}.md) | ${cell(table.grain())} | ${cell(table.description())} |
</#list>
</#list>
