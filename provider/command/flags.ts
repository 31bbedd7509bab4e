/** `dbInstanceId` is `--db-instance-id`. */
export function flagForArgument(argument: string): string {
  return `--${argument.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A sentence about arguments, as they are written on the command line. Names of one word are common words as well. */
export function withFlags(sentence: string, argumentNames: Iterable<string>): string {
  let text = sentence;
  for (const name of argumentNames) {
    if (/[A-Z]/.test(name)) text = text.replace(new RegExp(`\`?\\b${name}\\b\`?`, "g"), flagForArgument(name));
  }
  return text;
}
