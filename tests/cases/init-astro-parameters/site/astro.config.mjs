export default { site: "https://parameters.example.org", trailingSlash: "never" };
