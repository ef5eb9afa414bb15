// SPDX-License-Identifier: MIT
#include "cli/verb_options.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace banlang::cli {

OptionRules& OptionRules::required() {
    option_->required();
    return *this;
}

OptionRules& OptionRules::showDefault() {
    option_->capture_default_str();
    return *this;
}

OptionRules& OptionRules::between(double least, double most) {
    option_->check(CLI::Range(least, most));
    return *this;
}

OptionRules& OptionRules::oneOf(std::initializer_list<const char*> words) {
    option_->check(CLI::IsMember(words));
    return *this;
}

OptionRules& OptionRules::separatedBy(char separator) {
    option_->delimiter(separator);
    return *this;
}

OptionRules& OptionRules::excludes(OptionRules other) {
    option_->excludes(other.option_);
    return *this;
}

OptionRules& OptionRules::needs(OptionRules other) {
    option_->needs(other.option_);
    return *this;
}

bool OptionRules::given() const {
    return option_->count() > 0;
}

OptionRules VerbOptions::option(const std::string& name, std::string& value, const std::string& help) {
    return OptionRules(*app_->add_option(name, value, help));
}

OptionRules VerbOptions::option(const std::string& name, std::vector<std::string>& values, const std::string& help) {
    return OptionRules(*app_->add_option(name, values, help));
}

OptionRules VerbOptions::option(const std::string& name, int& value, const std::string& help) {
    return OptionRules(*app_->add_option(name, value, help));
}

OptionRules VerbOptions::option(const std::string& name, std::size_t& value, const std::string& help) {
    return OptionRules(*app_->add_option(name, value, help));
}

OptionRules VerbOptions::option(const std::string& name, double& value, const std::string& help) {
    return OptionRules(*app_->add_option(name, value, help));
}

OptionRules VerbOptions::option(const std::string& name, std::optional<double>& value, const std::string& help) {
    return OptionRules(*app_->add_option(name, value, help));
}

OptionRules VerbOptions::flag(const std::string& name, bool& value, const std::string& help) {
    return OptionRules(*app_->add_flag(name, value, help));
}

void VerbOptions::whenChosen(std::function<void()> chosen) {
    app_->callback(std::move(chosen));
}

} // namespace banlang::cli
