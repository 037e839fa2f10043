<#ftl output_format="plainText"><#function cell text><#return text?replace("|", "\\|")?replace("\\s+", " ", "r")></#function>
# ${table.qualifiedName()}

[Data dictionary](../index.md)

${table.grain()?cap_first}. ${table.description()}

| | |
|---|---|
<#list table.facts() as fact>
| ${fact.label()} | ${cell(fact.value())} |
</#list>

## How long rows live

| Rule | What happens | By |
|---|---|---|
<#list table.retention() as clause>
| ${clause.rule()} | ${cell(clause.text())} | ${cell(clause.citation())} |
</#list>

## Columns

| Name | Type | May be empty | Personal | Protection | Description |
|---|---|---|---|---|---|
<#list table.columns() as column>
| `${column.name()}` | ${column.type()} | ${column.nullable()} | ${column.pii()} | ${cell(column.protection())} | ${cell(column.description())} |
</#list>
<#if table.checks()?has_content>

## Checks

<#list table.checks() as check>
- ${check}
</#list>
</#if>
