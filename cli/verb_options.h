// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): a library's
class App;
class Option;
} // namespace CLI

// How verbs say what they take. The parser itself, whose header is a large part of what a verb costs to compile, is known to
// verb_options.cpp and main.cpp alone.

namespace banlang::cli {

/// An option that was declared, to add rules to it. A handle: the parser owns the option and must outlive it.
class OptionRules {
public:
    explicit OptionRules(CLI::Option& option) : option_(&option) {}
    OptionRules& required();
    /// Help tells the value that holds when nothing is given.
    OptionRules& showDefault();
    OptionRules& between(double least, double most);
    OptionRules& oneOf(std::initializer_list<const char*> words);
    /// Several values in one word.
    OptionRules& separatedBy(char separator);
    OptionRules& excludes(OptionRules other);
    OptionRules& needs(OptionRules other);
    /// Whether it stood on the line, once that is parsed; an empty text is a value too.
    [[nodiscard]] bool given() const;

private:
    CLI::Option* option_;
};

/// One verb of the command line, being declared. Values are written where they are referred to when the line is parsed; they must
/// live until the verb has run. A handle: the parser owns the verb.
class VerbOptions {
public:
    explicit VerbOptions(CLI::App& app) : app_(&app) {}
    OptionRules option(const std::string& name, std::string& value, const std::string& help = {});
    OptionRules option(const std::string& name, std::vector<std::string>& values, const std::string& help);
    OptionRules option(const std::string& name, int& value, const std::string& help);
    OptionRules option(const std::string& name, std::size_t& value, const std::string& help);
    OptionRules option(const std::string& name, double& value, const std::string& help);
    OptionRules option(const std::string& name, std::optional<double>& value, const std::string& help);
    OptionRules flag(const std::string& name, bool& value, const std::string& help);
    /// Called when the verb was chosen and its options are read.
    void whenChosen(std::function<void()> chosen);

private:
    CLI::App* app_;
};

} // namespace banlang::cli
