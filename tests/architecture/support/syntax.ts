/** Looking into source files without running them. */
import ts from 'typescript';
import { readText } from './repository.ts';

export function parseFile(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readText(path), ts.ScriptTarget.Latest, true);
}

/** The code without its comments, which may name what the code must not do. */
export function readCode(path: string): string {
  return ts.createPrinter({ removeComments: true }).printFile(parseFile(path));
}

/** Every node of a file that passes the guard. */
export function findNodes<TNode extends ts.Node>(
  file: ts.SourceFile,
  guard: (node: ts.Node) => node is TNode,
): TNode[] {
  const found: TNode[] = [];
  const visit = (node: ts.Node): void => {
    if (guard(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

export interface Call {
  /** The name that is called, without what stands before its last dot. */
  name: string;
  args: readonly ts.Expression[];
}

export function listCalls(path: string): Call[] {
  return findNodes(parseFile(path), ts.isCallExpression).flatMap(({ expression, arguments: args }) => {
    if (ts.isIdentifier(expression)) return [{ name: expression.text, args }];
    return ts.isPropertyAccessExpression(expression) ? [{ name: expression.name.text, args }] : [];
  });
}

export interface MessageSignature {
  name: string;
  /** Whether it carries data that somebody has to check. */
  hasData: boolean;
}

/** The messages of a protocol interface. */
export function listMessages(path: string, protocol: string): MessageSignature[] {
  const declarations = findNodes(parseFile(path), ts.isInterfaceDeclaration);
  const members = declarations.find(({ name }) => name.text === protocol)?.members ?? [];
  return [...members].flatMap((member) =>
    ts.isMethodSignature(member)
      ? [{ name: member.name.getText(), hasData: member.parameters.length > 0 }]
      : [],
  );
}

export function readStringLiteral(node: ts.Node | undefined): string | null {
  return node && ts.isStringLiteralLike(node) ? node.text : null;
}
