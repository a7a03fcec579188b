// Tells the parent the most memory that this process had, when it ends. Loaded before the program that is measured.
process.on('exit', () => process.send?.(Math.round(process.resourceUsage().maxRSS / 1024)));
// The channel must not keep the process alive.
process.channel?.unref();
