// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/style.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace gridwarden::gis {

namespace {

using nlohmann::json;

std::string colourText(const QColor& colour) {
    return colour.name(colour.alpha() == 255 ? QColor::HexRgb : QColor::HexArgb).toStdString();
}

json captionToJson(const Caption& caption) {
    return {{"zh", caption.chinese}, {"en", caption.english}};
}

/// Writes what differs from the default, so that a stored style stays short and readable.
class Writer {
public:
    template <class T> void put(const char* member, const T& value, const T& usual) {
        if (value != usual)
            m_json[member] = value;
    }
    void put(const char* member, const QColor& value) {
        if (value.isValid())
            m_json[member] = colourText(value);
    }
    void put(const char* member, const Caption& value) {
        if (value != Caption{})
            m_json[member] = captionToJson(value);
    }
    void set(const char* member, json value) { m_json[member] = std::move(value); }
    json take() { return std::move(m_json); }

private:
    json m_json = json::object();
};

json lookToJson(const Look& look) {
    const Look usual;
    Writer writer;
    writer.put("fill", look.fill);
    writer.put("line", look.line);
    writer.put("width", look.width, usual.width);
    writer.put("ground_width", look.groundWidth, usual.groundWidth);
    writer.put("casing", look.casing);
    writer.put("casing_width", look.casingWidth, usual.casingWidth);
    writer.put("dash", look.dash, usual.dash);
    writer.put("marker_size", look.markerSize, usual.markerSize);
    writer.put("order", look.order, usual.order);
    writer.put("min_denominator", look.minDenominator, usual.minDenominator);
    writer.put("max_denominator", look.maxDenominator, usual.maxDenominator);
    writer.put("label", look.label);
    writer.put("label_size", look.labelSize, usual.labelSize);
    writer.put("label_max_denominator", look.labelMaxDenominator, usual.labelMaxDenominator);
    writer.put("label_priority", look.labelPriority, usual.labelPriority);
    return writer.take();
}

/// Reads members that may be missing; remembers the first that cannot be read.
class Reader {
    static constexpr double ManyPixels = 1000;

public:
    Reader(const json& object, std::optional<std::string>& fault) : m_json(object), m_fault(fault) {
        if (!object.is_object())
            blame("");
    }
    const json* member(const char* name) const {
        if (!m_json.is_object())
            return nullptr;
        const auto found = m_json.find(name);
        return found == m_json.end() || found->is_null() ? nullptr : &*found;
    }
    void get(const char* name, double& value, double low, double high) {
        if (const json* found = member(name)) {
            if (found->is_number() && found->get<double>() >= low && found->get<double>() <= high)
                value = found->get<double>();
            else
                blame(name);
        }
    }
    void get(const char* name, std::optional<double>& value) {
        if (const json* found = member(name)) {
            if (found->is_number() && std::isfinite(found->get<double>()))
                value = found->get<double>();
            else
                blame(name);
        }
    }
    void get(const char* name, int& value) {
        double number = value;
        get(name, number, -1'000'000, 1'000'000);
        value = static_cast<int>(number);
    }
    void get(const char* name, bool& value) {
        if (const json* found = member(name)) {
            if (found->is_boolean())
                value = found->get<bool>();
            else
                blame(name);
        }
    }
    void get(const char* name, std::string& value) {
        if (const json* found = member(name)) {
            if (found->is_string())
                value = found->get<std::string>();
            else
                blame(name);
        }
    }
    void get(const char* name, QColor& value) {
        std::string text;
        get(name, text);
        if (text.empty())
            return;
        value = QColor(QString::fromStdString(text));
        if (!value.isValid())
            blame(name);
    }
    void get(const char* name, std::vector<double>& values) {
        const json* found = member(name);
        if (found == nullptr)
            return;
        values.clear();
        constexpr double Shortest = 0.1; // a line of shorter ones would take for ever
        if (found->is_array() && found->size() <= 16)
            for (const json& item : *found)
                if (item.is_number() && item.get<double>() >= Shortest && item.get<double>() <= ManyPixels)
                    values.push_back(item.get<double>());
        if (values.size() != found->size() || values.size() % 2 != 0)
            blame(name);
    }
    void get(const char* name, std::vector<std::string>& values) {
        const json* found = member(name);
        if (found == nullptr)
            return;
        values.clear();
        if (found->is_array())
            for (const json& item : *found)
                if (item.is_string())
                    values.push_back(item.get<std::string>());
        if (values.size() != found->size())
            blame(name);
    }
    void get(const char* name, Caption& value) {
        if (const json* found = member(name)) {
            Reader reader(*found, m_fault);
            reader.get("zh", value.chinese);
            reader.get("en", value.english);
        }
    }
    void get(const char* name, Look& value) {
        if (const json* found = member(name))
            value = lookFrom(*found, m_fault);
    }
    static Look lookFrom(const json& object, std::optional<std::string>& fault) {
        constexpr double AnyScale = 1e12;
        Look look;
        Reader reader(object, fault);
        reader.get("fill", look.fill);
        reader.get("line", look.line);
        reader.get("width", look.width, 0, ManyPixels);
        reader.get("ground_width", look.groundWidth, 0, 1e6);
        reader.get("casing", look.casing);
        reader.get("casing_width", look.casingWidth, 0, ManyPixels);
        reader.get("dash", look.dash);
        reader.get("marker_size", look.markerSize, 0, ManyPixels);
        reader.get("order", look.order);
        reader.get("min_denominator", look.minDenominator, 0, AnyScale);
        reader.get("max_denominator", look.maxDenominator, 0, AnyScale);
        reader.get("label", look.label);
        reader.get("label_size", look.labelSize, 0.1, 20);
        reader.get("label_max_denominator", look.labelMaxDenominator, 0, AnyScale);
        reader.get("label_priority", look.labelPriority);
        return look;
    }

private:
    void blame(const std::string& member) {
        if (!m_fault)
            m_fault = member;
    }
    const json& m_json;
    std::optional<std::string>& m_fault;
};

} // namespace

std::optional<double> numberIn(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '+'))
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    double number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || fault != std::errc{} || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

bool StyleClass::holds(const std::string& value) const {
    if (std::find(values.begin(), values.end(), value) != values.end() || (any && !value.empty()))
        return true;
    if (!isRange())
        return false;
    const std::optional<double> number = numberIn(value);
    return number && (!above || *number > *above) && (!upTo || *number <= *upTo);
}

json toJson(const Look& look) {
    return lookToJson(look);
}

json toJson(const LayerStyle& style) {
    const LayerStyle usual;
    Writer writer;
    writer.put("field", style.field, usual.field);
    writer.put("label_field", style.labelField, usual.labelField);
    writer.put("label_else", style.labelElse, usual.labelElse);
    writer.put("colour_field", style.drawnText.colourField, {});
    writer.put("height_field", style.drawnText.heightField, {});
    writer.put("angle_field", style.drawnText.angleField, {});
    writer.put("anchor_field", style.drawnText.anchorField, {});
    writer.put("opacity", style.opacity, usual.opacity);
    writer.put("min_denominator", style.minDenominator, usual.minDenominator);
    writer.put("max_denominator", style.maxDenominator, usual.maxDenominator);
    if (!style.classes.empty()) {
        json classes = json::array();
        for (const StyleClass& each : style.classes) {
            Writer entry;
            entry.put("field", each.field, {});
            entry.put("values", each.values, {});
            if (each.above)
                entry.set("above", *each.above);
            if (each.upTo)
                entry.set("up_to", *each.upTo);
            entry.put("any", each.any, false);
            entry.put("caption", each.caption);
            entry.set("look", lookToJson(each.look));
            classes.push_back(entry.take());
        }
        writer.set("classes", std::move(classes));
    }
    writer.set("other", lookToJson(style.other));
    writer.put("show_other", style.showOther, usual.showOther);
    writer.put("other_caption", style.otherCaption);
    return writer.take();
}

core::Result<Look> lookFromJson(const json& object) {
    std::optional<std::string> fault;
    Look look = Reader::lookFrom(object, fault);
    if (fault)
        return core::fail(core::ErrorCode::BadInput, {"style-unreadable", {*fault}});
    return look;
}

core::Result<LayerStyle> styleFromJson(const json& object) {
    std::optional<std::string> fault;
    LayerStyle style;
    Reader reader(object, fault);
    reader.get("field", style.field);
    reader.get("label_field", style.labelField);
    reader.get("label_else", style.labelElse);
    reader.get("colour_field", style.drawnText.colourField);
    reader.get("height_field", style.drawnText.heightField);
    reader.get("angle_field", style.drawnText.angleField);
    reader.get("anchor_field", style.drawnText.anchorField);
    reader.get("opacity", style.opacity, 0, 1);
    reader.get("min_denominator", style.minDenominator, 0, 1e12);
    reader.get("max_denominator", style.maxDenominator, 0, 1e12);
    reader.get("other", style.other);
    reader.get("show_other", style.showOther);
    reader.get("other_caption", style.otherCaption);
    if (const json* classes = reader.member("classes")) {
        constexpr std::size_t MostClasses = 1000;
        if (!classes->is_array() || classes->size() > MostClasses)
            fault = "classes";
        else
            for (const json& each : *classes) {
                StyleClass entry;
                Reader classReader(each, fault);
                classReader.get("field", entry.field);
                classReader.get("values", entry.values);
                classReader.get("above", entry.above);
                classReader.get("up_to", entry.upTo);
                classReader.get("any", entry.any);
                classReader.get("caption", entry.caption);
                classReader.get("look", entry.look);
                style.classes.push_back(std::move(entry));
            }
    }
    if (fault)
        return core::fail(core::ErrorCode::BadInput, {"style-unreadable", {*fault}});
    return style;
}

} // namespace gridwarden::gis
