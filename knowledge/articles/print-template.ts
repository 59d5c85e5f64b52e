/** A parsed template as somebody would have written it. */
import type { Condition, ParsedTemplate, Slot, TemplateNode } from './parse-template.ts';
import { printFormat } from './slot-format.ts';

/** @returns a text that parses to the same nodes */
export function printTemplate({ nodes }: Pick<ParsedTemplate, 'nodes'>): string {
  return nodes.map(printNode).join('');
}

function printNode(node: TemplateNode): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'slot':
      return printSlot(node.slot);
    case 'condition': {
      const otherwise = node.otherwise.length > 0 ? `{{否则}}${node.otherwise.map(printNode).join('')}` : '';
      return `${printTest(node.condition)}${node.shown.map(printNode).join('')}${otherwise}{{结束}}`;
    }
  }
}

function printSlot({ name, format, fallback }: Slot): string {
  const spec = format.kind === 'text' ? '' : `:${printFormat(format)}`;
  return `{{${name}${spec}${fallback === null ? '' : `|${fallback}`}}}`;
}

function printTest({ name, equals }: Condition): string {
  return `{{如果 ${name}${equals === null ? '' : `=${equals}`}}}`;
}
