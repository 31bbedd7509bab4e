// Imported before everything else, by what Pulumi starts.

// The SDK that signs requests parses URLs in a way that Node deprecates; nobody who runs a deployment can do anything about it.
process.noDeprecation = true;
// And it would print signed requests, key and all, for DEBUG=*.
delete process.env.DEBUG;

export {};
