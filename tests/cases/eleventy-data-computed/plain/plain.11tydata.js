export default { eleventyComputed: { color: (data) => data.tint }, ...base };
