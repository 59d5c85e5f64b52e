/**
 * The one parser of reply templates. Spaces inside braces do not matter, nor does it whether `:`, `|`, `=`, `/`
 * and `+` are half or full width.
 *
 *     template  = { text | slot | condition }
 *     slot      = "{{" name [ ":" format ] [ "|" default ] "}}"
 *     format    = date | number | choices           anything else after ":" belongs to the name
 *     date      = "日期"                             somebody picks the day
 *               | day [ ("+" | "-") count [ "天" | "周" | "个月" ] ]
 *     day       = "今天" | "明天" | "后天" | …       months from 今天 only
 *     number    = [ "数字" ] [ least "-" most ] [ unit ]          the word or the bounds must be there
 *     choices   = choice "/" choice { "/" choice }
 *     condition = "{{如果有" name "}}" … [ "{{否则}}" … ] "{{结束}}"
 *               | "{{如果" name "=" value "}}" …    conditions do not hold conditions
 *
 * The words exist in simplified and traditional characters and in English (date, today, tomorrow, number; if,
 * else, end). A name said twice is one slot: the first with a format says what it takes. Two formats under one
 * name are two slots, the second called `name 2`. Names and texts hold no braces.
 *
 * Nothing throws: what is wrong comes as problems with their places, and a template with problems never goes out.
 */
import { readFormat, showValue, type SlotFormat } from './slot-format.ts';

export interface Slot {
  name: string;
  format: SlotFormat;
  fallback: string | null;
}

export interface Condition {
  name: string;
  /** Null: any value will do. */
  equals: string | null;
}

export type PlainNode = { kind: 'text'; text: string } | { kind: 'slot'; slot: Slot };
export type TemplateNode =
  PlainNode | { kind: 'condition'; condition: Condition; shown: PlainNode[]; otherwise: PlainNode[] };

export const TEMPLATE_FAULTS = [
  'unclosed',
  'unopened',
  'wide-braces',
  'nameless',
  'unknown-format',
  'bounds-reversed',
  'choices-unfit',
  'default-unfit',
  'condition-nested',
  'condition-open',
  'condition-stray',
  'only-conditions',
] as const;
export type TemplateFault = (typeof TEMPLATE_FAULTS)[number];

export interface TemplateProblem {
  fault: TemplateFault;
  /** Counted from 0, in the template. */
  at: number;
  /** What stands there, for a person to find it. */
  near: string;
}

export interface ParsedTemplate {
  nodes: TemplateNode[];
  /** In reading order; empty when the template can be used. */
  problems: TemplateProblem[];
}

const TAG = /\{\{([^{}]*)\}\}/gu;
const STRAY_BRACES = /\{\{|\}\}|｛｛|｝｝/u;
const IF = /^(?:如果(有)?|if(?=\s|$))[\s:：]*(.*)$/isu;
const ELSE = /^(?:否则|否則|else)$/iu;
const END = /^(?:结束|結束|end)$/iu;

export function parseTemplate(template: string): ParsedTemplate {
  const parser = createParser(template);
  let end = 0;
  for (const match of template.matchAll(TAG)) {
    parser.takeText(end, match.index);
    end = match.index + match[0].length;
    parser.takeTag((match[1] ?? '').trim(), match.index);
  }
  parser.takeText(end, template.length);
  return parser.finish();
}

function createParser(template: string) {
  const problems: TemplateProblem[] = [];
  const complain = (fault: TemplateFault, at: number) => {
    problems.push({ fault, at, near: template.slice(at, at + 24) });
  };
  const tree = createTree(complain);
  const braces = createBraceWatch((at) => complain('unclosed', at));

  const takeText = (from: number, to: number) => {
    const text = template.slice(from, to);
    const stray = STRAY_BRACES.exec(text);
    if (stray) complain(nameStray(stray[0]), from + stray.index);
    braces.meetText(text);
    if (text) tree.add({ kind: 'text', text });
  };
  const takeSlot = (body: string, at: number) => {
    const slot = readSlot(body);
    if ('fault' in slot) complain(slot.fault, at);
    else tree.add({ kind: 'slot', slot });
  };
  const takeTag = (body: string, at: number) => {
    const condition = IF.exec(body);
    const isSlot = !condition && !ELSE.test(body) && !END.test(body);
    braces.meetTag(isSlot, at);
    if (condition) tree.begin(readCondition(condition, template), at);
    else if (isSlot) takeSlot(body, at);
    else if (ELSE.test(body)) tree.turn(at);
    else tree.end(at);
  };
  const finish = (): ParsedTemplate => {
    const nodes = tree.finish();
    return { nodes, problems: problems.toSorted((left, right) => left.at - right.at) };
  };
  return { takeText, takeTag, finish };
}

interface OpenCondition {
  node: TemplateNode & { kind: 'condition' };
  branch: PlainNode[];
  at: number;
}

/** Puts what is met into the condition that is open, or beside it. */
function createTree(complain: (fault: TemplateFault, at: number) => void) {
  const nodes: TemplateNode[] = [];
  let open: OpenCondition | null = null;
  return {
    add: (node: PlainNode) => (open?.branch ?? nodes).push(node),
    begin: (condition: Condition, at: number) => {
      if (!condition.name || condition.equals === '') complain('nameless', at);
      if (open) complain('condition-nested', at);
      const node: OpenCondition['node'] = { kind: 'condition', condition, shown: [], otherwise: [] };
      nodes.push(node);
      open = { node, branch: node.shown, at };
    },
    turn: (at: number) => {
      if (open && open.branch === open.node.shown) open = { ...open, branch: open.node.otherwise };
      else complain('condition-stray', at);
    },
    end: (at: number) => {
      if (!open) complain('condition-stray', at);
      open = null;
    },
    finish: () => {
      if (open) complain('condition-open', open.at);
      if (hasOnlyConditions(nodes)) complain('only-conditions', 0);
      return nodes;
    },
  };
}

function nameStray(braces: string): TemplateFault {
  if (braces === '{{') return 'unclosed';
  return braces === '}}' ? 'unopened' : 'wide-braces';
}

/**
 * Braces around a slot could close over its value: "{{{{a}}}}". A part that is left out brings what is beside it
 * together.
 */
function createBraceWatch(complain: (at: number) => void) {
  let before = '';
  let tag: { isSlot: boolean; at: number } | null = null;
  const isBrace = (character: string) => character === '{' || character === '}';
  return {
    meetText: (text: string) => {
      const after = text.slice(0, 1);
      const isClosing = tag?.isSlot ? isBrace(before) && before === after : isBrace(after);
      if (tag && isClosing) complain(tag.at);
      before = text.slice(-1);
      tag = null;
    },
    meetTag: (isSlot: boolean, at: number) => {
      if (!isSlot && isBrace(before)) complain(at);
      tag = { isSlot, at };
    },
  };
}

function readSlot(body: string): Slot | { fault: TemplateFault } {
  const head = body.split(/[|｜]/u, 1).join('');
  const fallback = body.slice(head.length + 1).trim() || null;
  const colon = head.search(/[:：]/u);
  const format = colon < 0 ? null : readFormat(head.slice(colon + 1).trim());
  if (format && 'fault' in format) return format;
  const slot: Slot = {
    name: (format ? head.slice(0, colon) : head).trim(),
    format: format ?? { kind: 'text' },
    fallback,
  };
  if (!slot.name) return { fault: 'nameless' };
  return isFitDefault(slot) ? slot : { fault: 'default-unfit' };
}

/** A date may say "within three days" instead; a number or a choice must be one. */
function isFitDefault({ format, fallback }: Slot): boolean {
  if (fallback === null || format.kind === 'text' || format.kind === 'date') return true;
  return showValue(format, fallback, { today: '', locale: 'zh-CN' }) !== null;
}

function readCondition([, has = '', test = '']: RegExpExecArray, template: string): Condition {
  const equals = test.search(/[=＝]/u);
  const name = (equals < 0 ? test : test.slice(0, equals)).trim();
  return {
    // "如果有效期" asks for 有效期 where there is such a slot.
    name: has && isNamed(`${has}${name}`, template) ? `${has}${name}` : name,
    equals: equals < 0 ? null : test.slice(equals + 1).trim(),
  };
}

function isNamed(name: string, template: string): boolean {
  return [...template.matchAll(TAG)].some(([, body = '']) => body.split(/[|｜:：]/u)[0]?.trim() === name);
}

function hasOnlyConditions(nodes: readonly TemplateNode[]): boolean {
  const isCertain = (node: TemplateNode) =>
    node.kind === 'slot' || (node.kind === 'text' && node.text.trim() !== '');
  return nodes.some(({ kind }) => kind === 'condition') && !nodes.some(isCertain);
}
